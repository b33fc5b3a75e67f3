"""The lawful methods of service, and what each must show."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec


class Method(msgspec.Struct, frozen=True, kw_only=True):
    """What a method must show besides its proof.

    ``direct``: handed over or left where the organisation is; ``last``: only after others failed.
    """

    witness: bool = False
    consent: bool = False
    through: bool = False
    direct: bool = False
    last: bool = False


PUBLIC_NOTICE = "public-notice"
#: Civil procedure law, arts 87-95 (2023): the administrative penalty law art. 61 refers to them. The
#: day of service is the day on the receipt, the day of leaving, the day the post delivered, the day
#: the message reached the system agreed on, or the day on which the period of a public notice ends.
METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "in-person": Method(direct=True),
        "post": Method(),
        "electronic": Method(consent=True),
        "left-at-premises": Method(witness=True, direct=True),
        "entrusted": Method(through=True),
        PUBLIC_NOTICE: Method(last=True),
    }
)
#: Who saw that a letter was left, by role only: no person is named.
WITNESSES = ("local-organisation", "own-unit", "recording")
WHEREABOUTS_UNKNOWN = "whereabouts-unknown"
#: Why an attempt failed.
FAILURES = ("nobody-there", "refused", "moved", "returned", "unreachable", WHEREABOUTS_UNKNOWN)
