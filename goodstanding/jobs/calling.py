"""One POST to an address somebody else named: to the outside only, once, and not for long."""

import ipaddress
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Timer
from urllib.parse import SplitResult, urlsplit

from goodstanding.rules.telling.reach import Address, Reach

#: Seconds for the connection and each answer on it, and for the whole.
TIMEOUT, LONGEST = 5.0, 15.0
SCHEMES = {"https": 443, "http": 80}


class NotCalled(Exception):
    """The address was not called, or did not take what was sent; the text says why."""


def post(url: str, body: str, headers: Mapping[str, str], *, reach: Reach) -> int:
    """POST a text once; redirects are not followed, proxies not asked. The status of the answer.

    The name is looked up once and exactly that address is called: a name that changes in between
    leads nowhere else.

    Raises:
        NotCalled: the address is refused, does not answer in time, or breaks off.
    """
    parts = urlsplit(url)
    address, port = _address(parts, reach), parts.port or SCHEMES[parts.scheme]
    connection = _connection(parts, str(address), port)
    # A connection that is kept busy byte by byte never times out by itself.
    end = Timer(LONGEST, _cut, [connection])
    end.start()
    try:
        connection.connect()
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        sent = {"Host": parts.netloc.rpartition("@")[2], "Connection": "close", **headers}
        connection.request("POST", path, body.encode(), sent)
        return connection.getresponse().status
    except (OSError, HTTPException) as error:
        raise NotCalled(type(error).__name__) from error
    finally:
        end.cancel()
        connection.close()


def _address(parts: SplitResult, reach: Reach) -> Address:
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise NotCalled("no https address")
    try:
        found = socket.getaddrinfo(parts.hostname, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotCalled("name not known") from error
    addresses = [ipaddress.ip_address(each[4][0]) for each in found]
    if not addresses or any(reach.refuses(each, scheme=parts.scheme) for each in addresses):
        raise NotCalled("address not allowed")
    return addresses[0]


def _connection(parts: SplitResult, address: str, port: int) -> HTTPConnection:
    if parts.scheme == "http":
        return HTTPConnection(address, port, timeout=TIMEOUT)
    return _Named(str(parts.hostname), address, port)


class _Named(HTTPSConnection):
    """A connection to an address whose certificate must be of a name."""

    def __init__(self, name: str, address: str, port: int) -> None:
        super().__init__(address, port, timeout=TIMEOUT, context=ssl.create_default_context())
        self._name = name
        self._secure = ssl.create_default_context()

    def connect(self) -> None:
        """Connect, and see that the certificate is of the name that was asked for."""
        plain = socket.create_connection((self.host, self.port), TIMEOUT)
        self.sock = self._secure.wrap_socket(plain, server_hostname=self._name)


def _cut(connection: HTTPConnection) -> None:
    # Not close: whoever waits for an answer on it would go on waiting.
    if connection.sock is not None:
        with suppress(OSError):
            socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)
