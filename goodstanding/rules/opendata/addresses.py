"""Where a line stands on the public site."""

import msgspec


class Addresses(msgspec.Struct, frozen=True, kw_only=True):
    """``site``: as ``https://credit.example``; empty: addresses are paths on the register."""

    site: str = ""

    def of(self, record: str) -> str:
        """The permanent address of a record or designation; the way back stands beside it."""
        return f"{self.site}/records/{record}"

    def way_back(self, record: str) -> str:
        """Where to object to it."""
        return f"{self.site}/records/{record}/objection"
