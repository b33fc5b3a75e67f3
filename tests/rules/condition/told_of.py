"""A case of the table of conditions as states: an organisation, its records, what restricts it."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec.structs import replace

from goodstanding.rules.acts.values import Publishing
from goodstanding.rules.aside.states import KeptOutcome
from goodstanding.rules.catalogue.condition_rules import Condition
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.identifiers import make
from goodstanding.rules.legal_person import DatedName, DatedStatus, Link, Organisation
from goodstanding.rules.proceeding.state import Order, Proceeding
from goodstanding.rules.repair.state import Lapse
from goodstanding.rules.states import (
    Designation,
    Ending,
    Objection,
    Record,
    Span,
    Stage,
    State,
    Stay,
    Version,
    Withdrawal,
)
from goodstanding.rules.working_set import WorkingSet
from tests.invariants import law as laws

TABLE = yaml.safe_load((Path(__file__).parents[1] / "cases" / "conditions.yaml").read_text())
CASES = TABLE["cases"]
BOOK = laws.real().rulebook
CODE, FORMER, OTHER = (make("91", "449800", f"MA50000{n}") for n in "123")
FOUNDED, TODAY = date(2010, 5, 4), date(2024, 6, 3)


def book_of(case: dict[str, Any]) -> Rulebook:
    """The pack, or the same with the conditions of another law of the table."""
    if "law" not in case:
        return BOOK
    rules = msgspec.convert(TABLE["laws"][case["law"]], list[Condition])
    return replace(BOOK, conditions={each.id: each for each in rules})


def work_of(case: dict[str, Any]) -> WorkingSet:
    """All that is known about the organisation of a case."""
    found: list[State] = [*_organisations(case)]
    for n, said in enumerate(case.get("records", ())):
        found += [record_of(said, n), *_against(said, f"r-{n}")]
    for n, said in enumerate(case.get("restrictions", ())):
        found.append(_restriction(said, n))
    if day := case.get("undecided_inspection"):
        found.append(_kept(day))
    return WorkingSet({each.id: each for each in found})


def _organisations(case: dict[str, Any]) -> list[Organisation]:
    founded = case.get("founded", FOUNDED)
    own = _named(CODE, None if founded == "unknown" else founded, case.get("ended"))
    if joined := case.get("joined"):
        link = Link(other=OTHER, by=joined["by"], manner="", on=joined["since"])
        own = replace(own, predecessors=(link,))
    former = case.get("former")
    if former is None:
        return [own]
    to = Link(other=CODE, by="code-change", manner="", on=former["since"])
    old = _named(FORMER, former["founded"], former.get("ended"))
    back = replace(to, other=FORMER)
    return [replace(old, successors=(to,)), replace(own, predecessors=(back,))]


def _named(code: str, founded: date | None, ended: date | None) -> Organisation:
    name = DatedName(name="岚港市示例电子有限公司", since=None)
    over = (DatedStatus(status="ended", since=ended, reason="dissolved"),) if ended else ()
    return Organisation(
        id=code, class_id="enterprise", names=(name,), established_on=founded, statuses=over
    )


def record_of(said: dict[str, Any], n: int) -> Record:
    """A record as a line of the table says it."""
    decided, until = said["decided"], said.get("public_until")
    gone = said.get("withdrawn")
    wrong = said.get("wrong", False)
    return Record(
        id=f"r-{n}",
        organisation=FORMER if said.get("of") == "former" else CODE,
        record_kind=said.get("kind", "penalty"),
        department=said.get("department", "market-regulation"),
        authority="岚港市市场监督管理局",
        document=f"岚罚〔{n}〕号",
        decided_on=decided,
        adverse=said.get("adverse", True),
        transcribed=said.get("transcribed", False),
        basis_readable=True,
        natural_key=f"k-{n}",
        public_from=said.get("public_from", decided) if until else None,
        public_until=until,
        publication=None,
        entered_by="o-1",
        entered_on=decided,
        versions=(Version(number=1, position=1, digest="0"),),
        withdrawn=Withdrawal(on=gone, as_wrong=wrong, reason="", position=2) if gone else None,
        publishing=Publishing(
            rule="", version="", state="public", severity=said.get("severity", "")
        ),
        lapses=_lapses(said.get("repaired")),
    )


def _lapses(days: list[date] | None) -> tuple[Lapse, ...] | msgspec.UnsetType:
    if not days:
        return msgspec.UNSET
    return (Lapse(repair="p-1", first_day=days[0], last_day=days[1] if days[1:] else None),)


def _against(said: dict[str, Any], record: str) -> list[State]:
    """The objection or the court case about a record."""
    found: list[State] = []
    if said.get("disputed") or said.get("objected"):
        filed = said.get("disputed") or TODAY
        found.append(
            Objection(
                id=f"o-{record}",
                organisation=CODE,
                target=record,
                target_kind="record",
                department="market-regulation",
                reason="error",
                new_evidence=False,
                filed_on=filed,
                filed_by="o-9",
                filed_at=3,
                accepted_on=said.get("disputed"),
            )
        )
    if days := said.get("stayed"):
        found.append(_proceeding(record, days))
    return found


def _proceeding(record: str, days: list[date]) -> Proceeding:
    order = Order(first_day=days[0], last_day=days[1] if days[1:] else None, whole=True)
    return Proceeding(
        id=f"p-{record}",
        organisation=CODE,
        kind="litigation",
        body="岚港市第一人民法院",
        document="岚行初1号",
        opened_on=days[0],
        subject="",
        subject_kind="",
        target=record,
        target_kind="record",
        department="market-regulation",
        entered_by="o-1",
        entered_on=days[0],
        entered_at=4,
        orders=(order,),
    )


def _restriction(said: dict[str, Any], n: int) -> Designation:
    decided, gone = said["decided"], said.get("revoked")
    ending = (
        Ending(cause="revoked", from_start=said.get("wrong", False), from_day=gone, position=5)
        if gone
        else None
    )
    days = said.get("stayed", ())
    stays = (
        Stay(objection="o-x", first_day=day, last_day=days[1] if days[1:] else None)
        for day in days[:1]
    )
    return Designation(
        id=f"d-{n}",
        organisation=CODE,
        department="market-regulation",
        ground="food-safety/serious-violation",
        field="food-safety",
        sense="burden",
        records=(f"r-{said['rests_on']}",) if "rests_on" in said else (),
        each_suffices=False,
        stage=Stage.ENDED if gone else Stage.LISTED,
        rulebook="",
        opened_on=decided - timedelta(days=30),
        opened_at=1,
        decided_on=decided,
        authority="market-regulation",
        document=f"岚决〔{n}〕号",
        span=Span(
            first_day=decided,
            last_day=said["last"],
            stays=tuple(stays),
            ending=ending,
        ),
        doubtful=said.get("doubtful", False),
    )


def _kept(day: date) -> KeptOutcome:
    return KeptOutcome(
        id="k-1",
        organisation=CODE,
        record_kind="inspection-result",
        department="fire-rescue",
        authority="岚港市消防救援局",
        happened_on=day,
        natural_key="k",
        digest="0",
        last_day=day + timedelta(days=365),
        kept_on=day,
        position=9,
    )
