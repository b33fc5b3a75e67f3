"""What stands beside the register, as its pages show it: clearly apart, with whose it is."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
from django.utils.translation import gettext_lazy as _

from goodstanding.aside import queries
from goodstanding.aside.models import Offer, Outcome
from goodstanding.organisations.queries import named
from goodstanding.register.reading import content
from goodstanding.web.fields import Day, PageForm, Text
from goodstanding.web.visit import Visit


class OutcomeShown(msgspec.Struct, frozen=True, kw_only=True):
    """An outcome without a decision, with its texts."""

    row: Outcome
    kind: str
    department: str
    name: str
    texts: dict[str, str]


class OfferShown(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of an offered list, with whose list it is and how the list is made."""

    row: Offer
    department: str
    name: str
    texts: dict[str, str]


class DecisionForm(PageForm):
    """The decision of the authority: with it the outcome becomes a record."""

    document = Text(label=_("Number of the decision"), max_length=128)
    decided_on = Day(label=_("Day of the decision"))
    basis = Text(
        label=_("Basis"), max_length=2048, help_text=_("Law and article, as the decision cites it")
    )


class ReasonForm(PageForm):
    """Why something is kept no longer."""

    reason = Text(label=_("Why it is kept no longer"), max_length=500)


class TakingBackForm(PageForm):
    """Why who offered a list takes it back."""

    reason = Text(label=_("Why it is taken back"), max_length=500)


def about(visit: Visit, code: str) -> dict[str, Any]:
    """Both panels of an organisation's page; nothing in them for who may see nothing."""
    if not visit.actor.signed_in:
        return {"outcomes": [], "offers": []}
    sight = {"organisation": code, "actor": visit.actor, "on": visit.today}
    return {
        "outcomes": outcomes_shown(visit, queries.outcomes_about(**sight)),
        "offers": offers_shown(visit, queries.offers_about(**sight)),
    }


def outcomes_shown(visit: Visit, found: Sequence[Outcome]) -> list[OutcomeShown]:
    """Outcomes with their texts."""
    said, names = _texts(found)
    return [
        OutcomeShown(
            row=each,
            kind=visit.titles.kind(each.record_kind),
            department=visit.titles.department(each.department),
            name=names.get(each.organisation, said[each.position].get("organisation_name", "")),
            texts=said[each.position],
        )
        for each in found
    ]


def offers_shown(visit: Visit, found: Sequence[Offer]) -> list[OfferShown]:
    """Entries of offered lists with their texts."""
    said, names = _texts(found)
    return [
        OfferShown(
            row=each,
            department=visit.titles.department(each.department),
            name=names.get(each.organisation, said[each.position].get("organisation_name", "")),
            texts=said[each.position],
        )
        for each in found
    ]


def _texts(found: Iterable[Outcome | Offer]) -> tuple[dict[int, dict[str, str]], dict[str, str]]:
    """The contents by position, and the names of organisations that the register knows."""
    listed = list(found)
    said = content(each.position for each in listed)
    texts = {each.position: dict(said.get(each.position, {})) for each in listed}
    return texts, named(each.organisation for each in listed)


def lists_shown(visit: Visit, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Offered lists, each with the texts all its entries share."""
    listed = list(rows)
    said = content(each["position"] for each in listed)
    return [
        each
        | {
            "texts": said.get(each["position"], {}),
            "department": visit.titles.department(each["department"]),
        }
        for each in listed
    ]


def held_outcome(visit: Visit, shown: OutcomeShown) -> dict[str, str | date | None]:
    """An outcome as the organisation takes it away."""
    row = shown.row
    return {
        "id": row.id,
        "kind": shown.kind,
        "authority": row.authority,
        "supplied_by": shown.department,
        "happened_on": row.happened_on,
        "matter": shown.texts.get("matter"),
        "facts": shown.texts.get("facts"),
        "entered_on": row.kept_on,
        "last_day": row.last_day,
    }


def held_offer(visit: Visit, shown: OfferShown) -> dict[str, str | date | None]:
    """An entry of an offered list as the organisation takes it away."""
    row = shown.row
    return {
        "id": row.id,
        "list_name": shown.texts.get("list_name"),
        "offered_by": row.supplier,
        "method": shown.texts.get("method"),
        "dated_on": row.dated_on,
        "facts": shown.texts.get("facts"),
        "supplied_by": shown.department,
        "entered_on": row.received_on,
        "last_day": row.last_day,
    }
