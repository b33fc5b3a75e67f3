"""Where a webhook may go: to the outside, by https, and not behind our own walls."""

import ipaddress
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from urllib.parse import SplitResult, urlsplit

import msgspec

Address = IPv4Address | IPv6Address
LONGEST = 500
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Reach(msgspec.Struct, frozen=True):
    """Public addresses, and these networks of the city besides.

    ``local``: also this very machine, and there without encryption (sandbox only).
    """

    networks: tuple[IPv4Network | IPv6Network, ...] = ()
    local: bool = False

    def refuses(self, address: Address, *, scheme: str) -> bool:
        """Whether an address may not be called: a private one leads behind our own walls."""
        inner = getattr(address, "ipv4_mapped", None) or address
        if self.local and inner.is_loopback:
            return False
        if scheme != "https":
            return True
        public = inner.is_global and not inner.is_multicast
        return not (public or any(inner in network for network in self.networks))

    def takes(self, url: str) -> bool:
        """Whether an address may be entered: https, a name, no user, no part after #.

        A name is looked up when it is called, each time anew; an address in figures is judged here.
        """
        parts = _split(url)
        if parts is None or parts.username is not None or parts.fragment or not parts.hostname:
            return False
        if parts.scheme != "https" and not (parts.scheme == "http" and self._local(parts)):
            return False
        figures = _figures(parts.hostname)
        return figures is None or not self.refuses(figures, scheme=parts.scheme)

    def _local(self, parts: SplitResult) -> bool:
        return self.local and parts.hostname in LOCAL


def networks(text: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """Networks written one after another with commas, as 10.20.0.0/16,10.30.0.0/16."""
    return tuple(ipaddress.ip_network(each.strip()) for each in text.split(",") if each.strip())


def _split(url: str) -> SplitResult | None:
    if len(url) > LONGEST or not url.isascii() or any(each.isspace() for each in url):
        return None
    try:
        parts = urlsplit(url)
        return parts if parts.port != 0 else None
    except ValueError:
        return None


def _figures(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
