"""Whom a row is about: an organisation the register holds, or nobody it may know of."""

import re
from collections.abc import Mapping

import msgspec

from goodstanding.rules import persons
from goodstanding.rules.cell_values import half_width
from goodstanding.rules.errors import Refusal
from goodstanding.rules.identifiers import ClassOutsideTheRegister, CodeJudgement, class_of
from goodstanding.rules.official_columns import OFFERED_LIST, ORGANISATION_CATEGORY

HOUSEHOLD_CLASS = "household-business"
_PERSONAL_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+[·•][\u3400-\u9fff·•]+")


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of a kind that say whom the row is about, and on what basis.

    ``matter``: the column that names the list or what was inspected, where there is one: some
    stay outside.
    """

    name: str
    code: str
    category: str
    basis: str
    party: tuple[str, ...]
    other_codes: frozenset[str]
    not_echoed: frozenset[str]
    matter: str = ""

    @property
    def cited(self) -> tuple[str, ...]:
        """The columns whose text may name what the register does not hold."""
        return (self.basis, self.matter)


def _official(prefix: str, basis: str) -> Subject:
    numbers = ("GSZC", "ZZJG", "SWDJ", "SYDW", "SHZZ", "ZJLX", "ZJHM")
    return Subject(
        name=f"{prefix}XDR_MC",
        code=f"{prefix}XDR_SHXYM",
        category=f"{prefix}XDR_LB",
        basis=basis,
        party=tuple(f"{prefix}XDR_{number}" for number in ("SHXYM", "LB", *numbers)),
        other_codes=frozenset(f"{prefix}XDR_{number}" for number in numbers),
        not_echoed=frozenset(f"{prefix}XDR_{number}" for number in ("SWDJ", "ZJLX", "ZJHM")),
    )


def _ours(prefix: str, *, matter: str = "", not_echoed: frozenset[str] = frozenset()) -> Subject:
    return Subject(
        name=f"{prefix}_NAME",
        code=f"{prefix}_CODE",
        category="",
        basis=f"{prefix}_BASIS",
        party=(f"{prefix}_CODE",),
        other_codes=frozenset(),
        not_echoed=not_echoed,
        matter=matter,
    )


SUBJECTS: dict[str, Subject] = {
    "penalty": _official("CF_", "CF_YJ"),
    "licence": _official("XK_", ""),
    "enforcement-default": _ours("ED"),
    "abnormal-operation": _ours("AO", matter="AO_LIST"),
    "severe-listing": _ours("SL", matter="SL_LIST"),
    "honour": _ours("HO", matter="HO_HONOUR"),
    "contract-performance": _ours("CP", matter="CP_MATTER"),
    "inspection-result": _ours("IR", matter="IR_MATTER"),
    "commitment": _ours("CM", matter="CM_MATTER"),
    "registration": _ours("RG", not_echoed=frozenset({"RG_SUCCESSORS", "RG_FORMER_CODE"})),
    OFFERED_LIST: _ours("TL", matter="TL_LIST"),
}


def outside_the_register(
    texts: Mapping[str, str], judgement: CodeJudgement, *, kind: str, classes: frozenset[str]
) -> Refusal | None:
    """Why a row is about nobody the register may hold: a person, or a class of body left out.

    ``texts``: by field code; ``classes``: the ids of the classes held. A code that fails its check
    still tells a household business, whose name is close to a person's.
    """
    subject = SUBJECTS[kind]
    if not _plainly_organisation(texts, judgement, subject):
        about = persons.about_person(_party(texts, subject))
        if about is not None:
            return about
        if judgement.class_id == HOUSEHOLD_CLASS:
            return persons.RowAboutHouseholdBusiness()
        if not judgement.valid and _named_like_a_person(texts.get(subject.name, "")):
            return persons.RowAboutPerson()
    if judgement.valid and judgement.class_id not in classes:
        title = class_of(judgement.code).title
        return ClassOutsideTheRegister(class_id=judgement.class_id, class_title=title)
    return None


def _plainly_organisation(
    texts: Mapping[str, str], judgement: CodeJudgement, subject: Subject
) -> bool:
    if not judgement.valid or judgement.class_id == HOUSEHOLD_CLASS:
        return False
    if texts.get(subject.category, "") not in ("", ORGANISATION_CATEGORY):
        return False
    return subject.other_codes.isdisjoint(texts)


def _party(texts: Mapping[str, str], subject: Subject) -> dict[str, str]:
    # The codes of our own templates are read as the official format's: one guard for both.
    found = {code: texts[code] for code in subject.party if code in texts}
    if subject.code in found:
        found["XDR_SHXYM"] = found[subject.code]
    return found


def _named_like_a_person(name: str) -> bool:
    return _PERSONAL_NAME.fullmatch("".join(half_width(name).split())) is not None
