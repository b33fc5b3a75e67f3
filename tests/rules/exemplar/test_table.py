"""What may end an advantage early, and what its organisation may do: a table, counted by hand."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from goodstanding.rules.exemplar import own
from goodstanding.rules.exemplar.against import against_refusals
from goodstanding.rules.exemplar.state import PublicityConsent
from goodstanding.rules.publicity import shown
from goodstanding.rules.repair.state import Lapse
from goodstanding.rules.states import Designation, Record, Span, Stage, Version, Withdrawal

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "exemplar.yaml").read_text())
DECIDED, ASKED = date(2018, 3, 13), date(2018, 7, 2)
CASE = Designation(
    id="d-1",
    organisation="91449800MA00000017",
    department="commerce",
    ground="exemplar/recognised",
    field="exemplar",
    sense="advantage",
    records=(),
    each_suffices=False,
    stage=Stage.LISTED,
    rulebook="r",
    opened_on=DECIDED,
    opened_at=40,
    decided_on=DECIDED,
    decided_at=50,
    span=Span(first_day=DECIDED, last_day=date(2020, 3, 12)),
)


def _record(
    *, position: int = 60, withdrawn: bool = False, repaired: bool = False, **changed: object
) -> Record:
    values = {
        "id": "r-1",
        "organisation": CASE.organisation,
        "record_kind": "penalty",
        "department": "commerce",
        "authority": "岚港市商务局",
        "document": "岚商罚〔2018〕1号",
        "decided_on": date(2018, 6, 1),
        "adverse": True,
        "transcribed": False,
        "basis_readable": True,
        "natural_key": "k",
        "public_from": date(2018, 6, 2),
        "public_until": date(2019, 6, 1),
        "publication": None,
        "entered_by": "o-1",
        "entered_on": date(2018, 6, 2),
        "versions": (Version(number=1, digest="d", position=position),),
    }
    values |= {name: tuple(v) if isinstance(v, list) else v for name, v in changed.items()}
    if withdrawn:
        values["withdrawn"] = Withdrawal(on=ASKED, as_wrong=True, reason="error", position=70)
    if repaired:
        values["lapses"] = (Lapse(repair="p-1", first_day=ASKED, position=70),)
    return Record(**values)


@pytest.mark.parametrize("line", CASES["records"], ids=lambda line: line["is"])
def test_what_may_end_an_advantage(line):
    found = against_refusals(_record(**line["with"]), CASE, on=ASKED)
    assert sorted(each.code for each in found) == line["codes"]


def _case(
    *,
    consented: bool = False,
    hidden: bool = False,
    stage: str = "listed",
    sense: str = "advantage",
    last_day: date = date(2020, 3, 12),
) -> Designation:
    given = PublicityConsent(since=DECIDED, position=51, withdrawn_on=ASKED if hidden else None)
    decided = Stage(stage) is Stage.LISTED
    return replace(
        CASE,
        stage=Stage(stage),
        sense=sense,
        span=Span(first_day=DECIDED, last_day=last_day) if decided else None,
        **({"consents": (given,)} if consented else {}),
    )


@pytest.mark.parametrize("line", CASES["cases"], ids=lambda line: line["is"])
def test_what_an_organisation_may_do(line):
    case = _case(**line["case"])
    steps = {
        "consent": own.consent_refusals,
        "hide": own.withdrawal_refusals,
        "give_up": own.giving_up_refusals,
    }
    found = {
        name: sorted(each.code for each in refusals(case, on=ASKED))
        for name, refusals in steps.items()
    }
    assert found == {name: line[name] for name in steps}
    assert shown(case) is line["shown"]
