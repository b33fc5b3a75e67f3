"""Everything the register holds about an organisation as plain tables, for a file to take away.

Who of a department did what is not in it, and neither is who acts for the organisation: it holds
organisations, not persons.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.disclosure import queries as disclosure
from goodstanding.enquiries import queries as enquiries
from goodstanding.files.writing import Table, tables_bytes
from goodstanding.flow.read import Dossier, ShownCase
from goodstanding.organisations import queries as organisations
from goodstanding.register.reading import content
from goodstanding.rules.record_cells import NARRATIVE, OF_A_COMMITMENT
from goodstanding.rules.standing import designation_state
from goodstanding.rules.states import Designation, Repair
from goodstanding.rules.working_set import WorkingSet
from goodstanding.wallclock import LEGAL_ZONE
from goodstanding.web.beside import about, held_offer, held_outcome
from goodstanding.web.cards import record_state
from goodstanding.web.held_consents import accesses_held, consents_held
from goodstanding.web.message_lists import addressees
from goodstanding.web.promise_lists import held_promises
from goodstanding.web.repair_lists import state_of
from goodstanding.web.visit import Visit
from goodstanding.web.wording import OUTCOMES, REASONS, REPAIR_OUTCOMES, STATES, WORDS

Row = dict[str, str]

#: Table and column ids stand in the JSON file for good; the words are the workbook's.
SHEETS: Mapping[str, Promise] = {
    "organisation": _("Organisation"),
    "names": _("Names it has borne"),
    "records": _("Records held"),
    "designations": _("Designations"),
    "measures": _("Measures"),
    "objections": _("Objections"),
    "repairs": _("Repairs"),
    "recipients": _("Who received it"),
    "checks": _("Checks"),
    "consents": _("Consents given"),
    "accesses": _("Every access"),
    "outcomes": _("Outcomes without a decision"),
    "offers": _("Lists offered by others"),
    "promises": _("Promises"),
}
COLUMNS: Mapping[str, Promise] = {
    "code": _("Unified social credit code"),
    "name": _("Name"),
    "on": _("As of"),
    "since": _("Since"),
    "id": _("Id"),
    "kind": _("Kind"),
    "state": _("State"),
    "document": _("Document"),
    "authority": _("Decided by"),
    "decided_on": _("Decided on"),
    "supplied_by": _("Supplied by"),
    "entered_on": _("Entered on"),
    "version": _("Version"),
    "public_from": _("Public from"),
    "public_until": _("Public until, last day"),
    "withdrawn_on": _("Withdrawn on"),
    "corrected_on": _("Corrected on"),
    "correction": _("Why it is corrected"),
    **{name: WORDS["text"][name] for name in (*NARRATIVE, *OF_A_COMMITMENT)},
    "ground": _("Ground"),
    "department": _("Department"),
    "rests_on": _("Rests on"),
    "notice_served_on": _("Notice served"),
    "statement_due": _("Statement window, last day"),
    "statement": _("Statement"),
    "statement_on": _("Statement received"),
    "waived_on": _("Statement waived in writing"),
    "hearing_requested_on": _("Hearing asked for"),
    "hearing_held_on": _("Hearing held"),
    "first_day": _("First day"),
    "last_day": _("Last day"),
    "ended_on": _("Ended on"),
    "reasons": _("Reasons"),
    "answer": _("Answer"),
    "way_back": _("The way back"),
    "measure": _("Measure"),
    "acting_on": _("Acting from"),
    "against": _("Against"),
    "reason": _("What is wrong?"),
    "text": _("Text"),
    "filed_on": _("Filed"),
    "performed_on": _("Last duty performed on"),
    "commitment_on": _("Commitment signed on"),
    "accepted_on": _("Taken up"),
    "verified_by": _("Verification due"),
    "extended_on": _("Verification extended on"),
    "outcome": _("Outcome"),
    "record": _("Record"),
    "due_on": _("To be kept by"),
    "recipient": _("Received by"),
    "at": _("When"),
    "procedure": _("Procedure"),
    "case_number": _("Case number"),
    "institution": _("Institution"),
    "purpose": _("Purpose"),
    "product": _("Product"),
    "classes": _("What it may see"),
    "receipt": _("Receipt"),
    "happened_on": _("Happened on"),
    "offered_by": _("Offered by"),
    "method": _("How the list is made"),
    "dated_on": _("Date of the list"),
}


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """The tables by id, each with rows by column id; every value is a text, a day is 2026-06-20."""

    tables: dict[str, list[Row]]

    def workbook(self) -> bytes:
        """A sheet for each table that has rows, headed in the reader's language."""
        return tables_bytes(_sheet(id, rows) for id, rows in self.tables.items() if rows)

    def json(self) -> bytes:
        """The tables as one JSON object, an empty one as an empty list."""
        return msgspec.json.format(msgspec.json.encode(self.tables), indent=1)


def held(visit: Visit, dossier: Dossier, work: WorkingSet) -> Held:
    """What is held about the organisation of the dossier, as far as its reader sees it today."""
    titles = visit.titles
    told = disclosure.recipients_of(records=[each.row.record for each in dossier.records])
    who = addressees(visit, {each for found in told.values() for each in found})
    organisation = dossier.organisation
    beside = about(visit, organisation.code)
    return Held(
        tables={
            "organisation": [
                _row(code=organisation.code, name=organisation.name, on=dossier.on),
            ],
            "names": [
                _row(name=each.name, since=each.since)
                for each in organisations.names(code=organisation.code)
            ],
            "records": [_record(visit, each) for each in dossier.records],
            "designations": _designations(visit, dossier, work),
            "measures": [_measure(visit, each) for each in dossier.measures],
            "objections": _objections(visit, dossier),
            "repairs": _repairs(visit, work),
            "recipients": [
                _row(record=record, recipient=who[each])
                for record, recipients in told.items()
                for each in recipients
            ],
            "checks": [
                _row(
                    id=each.id,
                    at=each.at,
                    department=titles.department(each.department or each.recipient),
                    procedure=titles.procedure(each.procedure),
                    case_number=each.case_number,
                    answer=_word(each.answer),
                )
                for each in enquiries.of_organisation(organisation=organisation.code)
            ],
            "consents": [_row(**each) for each in consents_held(visit, organisation.code)],
            "accesses": [_row(**each) for each in accesses_held(visit, organisation.code)],
            "outcomes": [_row(**held_outcome(visit, each)) for each in beside["outcomes"]],
            "offers": [_row(**held_offer(visit, each)) for each in beside["offers"]],
            "promises": [_row(**each) for each in held_promises(visit, organisation.code)],
        }
    )


def _record(visit: Visit, shown: Any) -> Row:
    entry = shown.row
    return _row(
        id=entry.record,
        kind=visit.titles.kind(entry.record_kind),
        state=_word(record_state(entry)),
        document=entry.document,
        authority=entry.authority,
        decided_on=entry.decided_on,
        supplied_by=visit.titles.department(entry.department),
        entered_on=entry.entered_on,
        version=entry.version,
        public_from=entry.public_from,
        public_until=entry.public_until,
        withdrawn_on=entry.withdrawn_on,
        corrected_on=shown.corrected_on,
        correction=shown.texts.get("reasons"),
        **{name: shown.texts.get(name) for name in (*NARRATIVE, *OF_A_COMMITMENT)},
    )


def _designations(visit: Visit, dossier: Dossier, work: WorkingSet) -> list[Row]:
    cases = {each.id: each for each in work.all(Designation)}
    said = content(
        position for each in cases.values() for position in (each.opened_at, each.statement_at)
    )
    return [_designation(visit, each, cases[each.row.id], said) for each in dossier.cases]


def _designation(
    visit: Visit, shown: ShownCase, case: Designation, said: Mapping[int, Mapping[str, str]]
) -> Row:
    row = shown.row
    return _row(
        id=row.id,
        ground=visit.titles.ground(row.ground),
        state=_word(designation_state(case, on=visit.today)),
        department=visit.titles.department(row.department),
        authority=visit.titles.department(row.authority),
        document=row.document,
        decided_on=row.decided_on,
        rests_on="; ".join(row.records),
        facts=said.get(case.opened_at, {}).get("facts"),
        notice_served_on=row.notice_served_on,
        statement_due=row.statement_due,
        statement_on=row.statement_on,
        statement=said.get(case.statement_at, {}).get("text"),
        waived_on=row.waived_on,
        hearing_requested_on=row.hearing_requested_on,
        hearing_held_on=row.hearing_held_on,
        first_day=row.first_day,
        last_day=row.last_day,
        ended_on=row.ended_on,
        reasons=shown.texts.get("reasons"),
        answer=shown.texts.get("answer"),
        way_back=shown.texts.get("way_back"),
    )


def _measure(visit: Visit, measure: Any) -> Row:
    return _row(
        id=measure.id,
        measure=visit.titles.measure(measure.measure),
        department=visit.titles.department(measure.department),
        rests_on="; ".join(measure.designations),
        acting_on=measure.acting_on,
        first_day=measure.first_day,
        last_day=measure.last_day,
    )


def _objections(visit: Visit, dossier: Dossier) -> list[Row]:
    found = dossier.objections
    said = content(at for each in found for at in (each.filed_at, each.decided_at or 0))
    return [
        _row(
            id=each.id,
            against=each.target,
            department=visit.titles.department(each.department),
            reason=REASONS.get(each.reason, each.reason),
            text=said.get(each.filed_at, {}).get("text"),
            filed_on=each.filed_on,
            accepted_on=each.accepted_on,
            verified_by=each.verification_due,
            extended_on=each.extended_on,
            outcome=OUTCOMES.get(each.outcome, each.outcome),
            decided_on=each.decided_on,
            reasons=said.get(each.decided_at or 0, {}).get("reasons"),
        )
        for each in found
    ]


def _repairs(visit: Visit, work: WorkingSet) -> list[Row]:
    found = work.all(Repair)
    said = content(at for each in found for at in (each.filed_at, each.decided_at))
    return [
        _row(
            id=each.id,
            against=each.target,
            state=_word(state_of(each.stage)),
            department=visit.titles.department(each.department),
            text=said.get(each.filed_at, {}).get("text"),
            filed_on=each.filed_on,
            performed_on=each.performed_on,
            commitment_on=each.commitment_on,
            accepted_on=each.accepted_on,
            outcome=REPAIR_OUTCOMES.get(each.outcome, each.outcome),
            decided_on=each.decided_on,
            reasons=said.get(each.decided_at, {}).get("reasons"),
        )
        for each in found
    ]


def _sheet(id: str, rows: Iterable[Row]) -> Table:
    listed = list(rows)
    words = {name: str(COLUMNS[name]) for name in listed[0]}
    headed = [{words[name]: text for name, text in row.items()} for row in listed]
    return Table(name=str(SHEETS[id]), columns=list(words.values()), rows=headed)


def _word(state: str) -> str:
    return str(STATES[state].word)


def _row(**values: Any) -> Row:
    return {name: _text(value) for name, value in values.items()}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value.astimezone(LEGAL_ZONE):%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)
