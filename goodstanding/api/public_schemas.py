"""What strangers may see. A field is shown only if it is named here; a test names them all."""

from datetime import date

from ninja import Schema


class FoundOut(Schema):
    """An organisation that a search found, and by what."""

    code: str
    name: str
    matched_by: str
    matched: str


class SearchOut(Schema):
    """What was found; ``next`` continues the list."""

    items: list[FoundOut]
    next: str | None


class BorneNameOut(Schema):
    """A name with its first and last day; null where not known, or not over."""

    name: str
    since: date | None
    until: date | None


class FormerCodeOut(Schema):
    """A former code of the same legal person, and the first day of the next one."""

    code: str
    replaced_on: date


class LinkedOut(Schema):
    """Another organisation before or after this one, by ``merger`` or ``division``."""

    code: str
    name: str
    by: str
    manner: str
    on: date


class GoneOut(Schema):
    """Contents that were destroyed: on which day, under what."""

    on: date
    basis: str
    cited: str
    document: str


class RegistrationOut(Schema):
    """Base registration: the code borne now, names, status, what came before and after."""

    code: str
    names: list[BorneNameOut]
    former_codes: list[FormerCodeOut]
    established_on: date | None
    status: str
    status_since: date | None
    end_reason: str
    predecessors: list[LinkedOut]
    successors: list[LinkedOut]


class PublicRecordOut(Schema):
    """A record that is public, with its last public day.

    ``corrected_on`` and ``correction``: when it was last put right, and the reason.
    ``text_under_review``: its texts wait for an officer's look and are empty until then.
    """

    id: str
    record_kind: str
    authority: str
    department: str
    document: str
    decided_on: date
    disputed: bool
    not_after: date
    text_under_review: bool
    corrected_on: date | None
    correction: str
    conduct: str
    facts: str
    penalty: str
    licensed: str
    basis: str


class StubOut(Schema):
    """A record that was taken back: number, day and reason; no content."""

    id: str
    document: str
    withdrawn_on: date
    reason: str
    not_after: date
    content_removed: GoneOut | None = None


class PublicDesignationOut(Schema):
    """A designation in force or stayed today, with the way back beside it."""

    id: str
    ground: str
    department: str
    authority: str
    document: str
    state: str
    first_day: date
    last_day: date
    way_back: str


class PublicOrganisationOut(Schema):
    """An organisation as everybody sees it today.

    ``shield``: the ruling of a bankruptcy court that shields the organisation today, or empty.
    """

    code: str
    name: str
    registration: RegistrationOut
    on: date
    records: list[PublicRecordOut]
    withdrawn: list[StubOut]
    designations: list[PublicDesignationOut]
    shield: str


class PublicPromiseOut(Schema):
    """A promise strangers may see: by consent, or ``by_rule``; drop a copy after ``not_after``.

    ``state``: `made`, `kept` or `partly`. Consent may be taken back: ask again before you use it.
    """

    id: str
    organisation: str
    name: str
    template: str
    area: str
    standard: str
    standard_scope: str
    standard_edition: str
    department: str
    made_on: date
    due_on: date
    state: str
    by_rule: bool
    not_after: date


class PublicPromisesOut(Schema):
    """The promises strangers may see; ``next`` continues the list."""

    items: list[PublicPromiseOut]
    next: str | None


class ExemplarOut(Schema):
    """An exemplar whose organisation consents to being named; out of every copy after ``not_after``."""

    id: str
    organisation: str
    name: str
    ground: str
    field: str
    department: str
    document: str
    decided_on: date | None
    first_day: date | None
    not_after: date


class ExemplarsOut(Schema):
    """The list as at a day, its last day of use, and the position it was read at."""

    on: date
    valid_until: date
    position: int
    items: list[ExemplarOut]
    next: str | None
