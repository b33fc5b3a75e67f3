"""What stands beside the register, through every door: who sees it, and that nothing comes of it."""

import io
import re
import zipfile

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from goodstanding.aside.models import Offer, Outcome
from goodstanding.disclosure.models import Point
from goodstanding.flow import beside
from goodstanding.flow.propose import propose_designation
from goodstanding.flow.receive import receive_rows
from goodstanding.organisations.queries import by_code
from goodstanding.publication.models import Entry
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.actors import Actor, Role, Scope
from goodstanding.rules.errors import Refused
from tests.rules.penalty_rows import code, offered, outcome
from tests.web import city as places

OUTCOME, OFFER = "工资支付专项检查", "会员自律关注名单"
UNDECIDED = {"IR_DOCUMENT": "", "IR_DECIDED_ON": "", "IR_BASIS": ""}
NOBODY_ELSE = code(90)


def _routes(patterns=None, before=""):
    for each in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _routes(each.url_patterns, route)
        elif isinstance(each, URLPattern):
            yield route


def _addresses(city):
    """Every address that can be asked for, with the ids that lie nearest to what must not show."""
    ids = {
        "records": city.records["stayed"],
        "cases": city.cases["stayed"],
        "designations": city.cases["stayed"],
        "objections": city.objections["stayed"],
        "outcomes": city.outcome,
        "offers": city.offer,
        "receipts": city.receipt,
        "checks": city.receipt,
        "uploads": Outcome.objects.get().batch,
        "tasks": city.task,
    }
    for route in _routes():
        first = re.sub(r"^api/v1/", "", route).split("/")[0]
        for suffix in ("xlsx", "csv", "json") if "suffix>" in route else ("",):
            filled = re.sub(r"<\w+:suffix>|<suffix>", suffix, route)
            filled = re.sub(r"<(\w+:)?code>", places.STAYED, filled)
            filled = re.sub(r"<(\w+:)?kind>", "inspection-result", filled)
            yield "/" + re.sub(r"<[^>]+>", ids.get(first, city.outcome), filled)
    for asked in (OUTCOME, OFFER, "岚检〔2026〕2号", places.STAYED):
        yield from (f"/?q={asked}", f"/api/v1/organisations?q={asked}")
    yield from ("/api/v1/changes?after=0", "/audit/sample?population=records&size=50&seed=1")


def _said(response):
    """All a response says, also inside a workbook."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as found:
            body = b"".join(found.read(name) for name in found.namelist())
    text = body.decode(errors="replace")
    # JSON writes Chinese as it is or escaped.
    return text + re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)


@pytest.mark.parametrize(
    ("who", "hidden"),
    [
        ("visitor", (OUTCOME, OFFER)),
        ("credit office", (OUTCOME,)),
        ("trading", (OUTCOME,)),
        ("pending", (OUTCOME, OFFER)),
    ],
)
def test_no_door_shows_it_to_others(city, who, hidden):
    client = city.client(who)
    client.raise_request_exception = False
    asked, shown = 0, []
    for address in _addresses(city):
        response = client.get(address)
        asked += response.status_code == 200
        text = _said(response) if response.status_code < 400 else ""
        shown += [(address, word) for word in hidden if word in text and f"q={word}" not in address]
    assert shown == []
    assert asked > 15


def test_who_sees_it_sees_it_clearly_apart(city):
    page = f"/organisations/{places.STAYED}"
    for who in ("officer", "reviewer", "auditor"):
        text = city.client(who).get(page).content.decode()
        assert OUTCOME in text, who
        assert OFFER in text, who
    own = city.client("representative").get(f"/own/{places.STAYED}").content.decode()
    assert OUTCOME in own
    assert OFFER in own
    held = city.client("agent").get(f"/own/{places.STAYED}/held.json").json()
    assert [each["matter"] for each in held["outcomes"]] == [OUTCOME]
    assert [each["offered_by"] for each in held["offers"]] == ["岚港市建筑业协会"]
    trading = city.client("trading").get(page).content.decode()
    assert OFFER in trading
    assert 'href="https://example.org/method" rel="noopener noreferrer nofollow"' in trading


def _home(city, days=5):
    return city.call(f"{places.HOME}/officer", days=days)


def _keep(city, call=None, department=places.HOME, number=90, **changed):
    day = f"{places._ago(20):%Y-%m-%d}"
    row = outcome(number, IR_HAPPENED_ON=day, **UNDECIDED, **changed)
    call = call or _home(city)
    return receive_rows(call, kind="inspection-result", department=department, rows=[row])


def test_no_designation_is_proposed_on_it_and_nothing_is_told(city):
    before = Point.objects.count()
    with pytest.raises(Refused) as refused:
        propose_designation(
            _home(city), organisation=places.STAYED, ground=places.GROUND, records=(city.outcome,)
        )
    assert refused.value.codes == ("NoDecisionToRestOn",)
    entry = Offer.objects.get(list=city.offer)
    with pytest.raises(Refused) as refused:
        propose_designation(
            _home(city), organisation=places.STAYED, ground=places.GROUND, records=(entry.id,)
        )
    assert refused.value.codes == ("NoDecisionToRestOn",)
    assert Point.objects.count() == before


def test_another_department_does_not_learn_that_it_is_kept(city):
    """The same row of another department is its own, no duplicate; the own one is a duplicate."""
    [kept] = _keep(city).records
    again = _keep(city)
    assert (again.records, len(again.judged.duplicates)) == ((), 1)
    other = city.call("market-regulation/officer", days=4)
    theirs = _keep(city, other, "market-regulation")
    assert (len(theirs.records), theirs.judged.duplicates) == (1, ())
    assert by_code(NOBODY_ELSE) is None
    with pytest.raises(Refused) as refused:
        beside.drop_outcome(other, outcome=kept, reason="复查合格")
    assert refused.value.codes == ("AggregateUnknown",)


def test_it_becomes_a_record_by_the_decision_and_only_then(city):
    number = 91
    [kept] = _keep(city, number=number).records
    assert by_code(code(number)) is None
    with pytest.raises(Refused) as refused:
        beside.add_decision(
            _home(city, 4), outcome=kept, document="", decided_on="2020-01-01", basis=""
        )
    assert set(refused.value.codes) >= {"ValueMissing"}
    record = beside.add_decision(
        _home(city, 4),
        outcome=kept,
        document="岚人社责改〔2026〕9号",
        decided_on=places._ago(6).date(),
        basis="《中华人民共和国政府采购法》第七十七条",
    )
    entry = Entry.objects.get(record=record)
    assert (entry.organisation, entry.adverse, entry.basis_readable) == (code(number), True, True)
    row = Outcome.objects.get(id=kept)
    assert (row.record, row.ended_on) == (record, _home(city, 4).on)
    assert by_code(code(number)) is not None
    # Sent again as it was, it is known; nothing is kept a second time.
    assert _keep(city, number=number).records == ()
    assert rebuild().found == ()


def test_a_file_with_the_decision_takes_its_place(city):
    number = 92
    [kept] = _keep(city, number=number).records
    day = f"{places._ago(20):%Y-%m-%d}"
    decided = outcome(number, IR_HAPPENED_ON=day, IR_DECIDED_ON=f"{places._ago(10):%Y-%m-%d}")
    [record] = receive_rows(
        _home(city, 3), kind="inspection-result", department=places.HOME, rows=[decided]
    ).records
    assert Outcome.objects.get(id=kept).record == record


def test_its_department_lets_it_go_with_a_reason(city):
    [kept] = _keep(city, number=93).records
    with pytest.raises(Refused) as refused:
        beside.drop_outcome(_home(city), outcome=kept, reason=" ")
    assert refused.value.codes == ("AsideReasonMissing",)
    beside.drop_outcome(_home(city), outcome=kept, reason="复查合格，不再处理。")
    assert city.client("officer").get(f"/outcomes/{kept}").status_code == 404
    assert len(_keep(city, number=93).records) == 1


def test_a_list_is_received_by_a_person_and_taken_back_for_good(city):
    office = city.call("credit-office/officer", days=3)
    rows = [offered(n, TL_LIST="履约提示名单") for n in (94, 95)]
    roles, scopes = frozenset({Role.CLIENT}), frozenset(Scope)
    client = Actor(id="c-1", client="c-1", department=places.HOME, roles=roles, scopes=scopes)
    kind = {"kind": "third-party-list", "department": places.HOME}
    with pytest.raises(Refused) as refused:
        receive_rows(beside.Call(actor=client, at=office.at), rows=rows, **kind)
    assert refused.value.codes == ("RoleMissing",)
    got = receive_rows(_home(city), rows=rows, **kind)
    assert len(got.records) == 2
    assert by_code(code(94)) is None
    [found] = {each.list for each in Offer.objects.filter(id__in=got.records)}
    with pytest.raises(Refused) as refused:
        beside.take_back_list(_home(city), list=found, reason="协会收回")
    assert refused.value.codes == ("RoleMissing",)
    roles = frozenset({Role.CREDIT_OFFICE})
    director = beside.Call(
        actor=Actor(id="o-9", department="credit-office", roles=roles), at=office.at
    )
    assert beside.take_back_list(director, list=found, reason="协会来函收回") == 2
    again = receive_rows(_home(city), rows=rows, **kind)
    codes = [problem.code for _, problem in again.judged.problems()]
    assert codes == ["ListTakenBack", "ListTakenBack"]
    assert rebuild().found == ()
