"""What a lender or insurer may be shown with an organisation's consent, and for what, as data."""

from typing import Literal

from goodstanding.rules.catalogue.entry import Changeable
from goodstanding.rules.catalogue.sources import Citation, Confidence, Id, InForce, Path, Title

Fact = Literal["registration", "advantages", "promises", "restrictions", "answer"]


class GranteeKind(Changeable, frozen=True, kw_only=True):
    """A kind of institution outside the administration to which consent may be given."""

    id: Id
    title: Title


class DataClass(Changeable, frozen=True, kw_only=True):
    """A class of data that consent may open.

    `records`: the kinds of record in it; `facts`: what else is in it: the base registration, the
    designations that bring advantages, promises that are kept or not due yet, the designations that
    bring restrictions, and the answer of the check at the purpose's procedure, which is advantage or
    clear.
    """

    id: Id
    title: Title
    citations: tuple[Citation, ...]
    in_force: InForce
    records: tuple[Id, ...] = ()
    facts: tuple[Fact, ...] = ()
    confidence: Confidence = "certain"


class ConsentPurpose(Changeable, frozen=True, kw_only=True):
    """What consent may be given for, and to whom.

    `procedure`: the one whose answer belongs to the purpose; `grantees`: kinds of institution;
    `longest`: id of the parameter with the longest period of a consent; `reminder`: of the one with
    the months after which the organisation is reminded of a consent that goes on.
    """

    id: Id
    title: Title
    procedure: Id
    grantees: tuple[Id, ...]
    longest: Path
    reminder: Path
    citations: tuple[Citation, ...]
    in_force: InForce
    confidence: Confidence = "certain"
