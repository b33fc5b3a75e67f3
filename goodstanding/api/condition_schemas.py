"""What is told about the standing conditions of an organisation."""

from datetime import date

from ninja import Schema

from goodstanding.api.agency_schemas import BasisOut


class ConditionLineOut(Schema):
    """One reason. ``about``: ``record``, ``designation``, ``organisation`` or ``predecessor``.

    ``against``: the condition is not met because of it; ``open``: it cannot be told because of it;
    ``why``: a word that stays the same; ``until``: the last day of that if nothing changes, null
    where no day is known.
    """

    about: str
    id: str
    why: str
    against: bool
    open: bool
    day: date | None
    until: date | None
    kind: str
    department: str
    document: str


class ConditionOut(Schema):
    """A condition on the day: ``met``, ``not-met`` or ``cannot-be-told``.

    ``after``: what was decided after this day is looked at; ``clean_since``: where it is met;
    ``met_from``: the first day on which it is met if nothing changes; ``opens``: the measures it opens.
    """

    condition: str
    title: str
    state: str
    after: date | None
    clean_since: date | None
    met_from: date | None
    opens: list[str]
    basis: list[BasisOut]
    lines: list[ConditionLineOut]


class ConditionsOut(Schema):
    """Every condition that holds on a day; ``organisation``: the code borne now."""

    organisation: str
    on: date
    conditions: list[ConditionOut]
    position: int
    rulebook: str
    calendar: str
