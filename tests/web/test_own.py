"""An organisation's own pages: what it takes away, its days, who acts for it."""

import io
import json
import re
from datetime import timedelta

import openpyxl
import pytest

from goodstanding.audit.models import Read
from goodstanding.departments.enrol import open_account
from goodstanding.departments.models import AccountEvent, Representation
from goodstanding.designations.models import Case
from goodstanding.flow import notify
from goodstanding.wallclock import today
from tests.rules.penalty_rows import identity_number
from tests.web import city as places
from tests.web.city import Account
from tests.web.lenders import BANK_NAME

OWN = f"/own/{places.STAYED}"
DAY = timedelta(days=1)


@pytest.fixture
def client(city):
    return city.client("representative")


def post(client, path, **data):
    return client.post(path, data)


def added(client, **changed):
    data = {
        "login": "agent-2",
        "power": "remedies",
        "first": "",
        "last": (today() + 30 * DAY).isoformat(),
    }
    return post(client, f"{OWN}/agents", **{**data, **changed})


# What is taken away


def test_the_workbook_and_the_json_hold_everything_held_and_nobody_by_name(city, client):
    found = json.loads(client.get(f"{OWN}/held.json").content)
    assert found["organisation"] == [
        {"code": places.STAYED, "name": places.NAMES[places.STAYED], "on": today().isoformat()}
    ]
    (record,), (case,), (objection,) = found["records"], found["designations"], found["objections"]
    assert (record["id"], record["state"]) == (city.records["stayed"], "有异议")
    assert record["supplied_by"] == "人力资源和社会保障"
    assert (case["rests_on"], case["facts"]) == (record["id"], "处罚决定已生效，逾期仍未支付。")
    assert objection["text"] == "处罚决定书载明的单位不是我单位。"
    assert {each["rests_on"] for each in found["measures"]} == {case["id"]}
    assert {each["record"] for each in found["recipients"]} == {record["id"]}
    assert BANK_NAME in {each["recipient"] for each in found["recipients"]}
    ((consent,), (access,)) = found["consents"], found["accesses"]
    assert (consent["id"], access["id"]) == (city.consent, city.consent)
    assert access["institution"] == BANK_NAME
    assert places.CASE in {each["case_number"] for each in found["checks"]}
    assert [each["id"] for each in found["promises"]] == [city.promise]
    text = json.dumps(found)
    assert not [each for each in Account.objects.all() if each.id in text or each.login in text]

    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{OWN}/held.xlsx").content))
    assert len(book.sheetnames) == 14
    cells = [cell for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row]
    told = sorted(str(cell.value) for cell in cells if cell.value is not None)
    values = [v for rows in found.values() for row in rows for v in row.values() if v]
    assert told == sorted(values)
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


def test_what_is_taken_away_is_a_read_that_is_noted(client, city):
    for name in ("held.xlsx", "held.json", "days.ics"):
        before = Read.objects.count()
        assert client.get(f"{OWN}/{name}").status_code == 200
        assert Read.objects.count() == before + 1
        last = Read.objects.latest("pk")
        assert (last.actor, last.kind, last.organisation) == (
            *(city.ids["stayed"], "organisation"),
            places.STAYED,
        )


@pytest.mark.parametrize("name", ["held.xlsx", "held.json", "days.ics"])
@pytest.mark.parametrize(
    ("who", "status"),
    [("agent", 200), ("auditor", 200), ("pending", 403), ("officer", 403), ("visitor", 302)],
)
def test_who_may_take_it_away(city, name, who, status):
    assert city.client(who).get(f"{OWN}/{name}").status_code == status


def test_no_other_kind_of_file_is_given(client):
    assert client.get(f"{OWN}/held.csv").status_code == 404


# The calendar


def events(response):
    text = response.content.decode().replace("\r\n ", "")
    return [
        dict(line.split(":", 1) for line in each.split("\r\n") if ":" in line)
        for each in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.S)
    ]


def test_the_calendar_has_the_windows_of_a_notice(city):
    found = events(city.client("pending").get(f"/own/{places.PENDING}/days.ics"))
    said = {each["SUMMARY"]: each["DTSTART;VALUE=DATE"] for each in found}
    assert set(said) == {"申请听证最后一日", "陈述申辩最后一日"}
    assert all(each > f"{today():%Y%m%d}" for each in said.values())
    assert {each["STATUS"] for each in found} <= {"CONFIRMED", "TENTATIVE"}


def test_the_calendar_has_the_verification_and_the_last_days(client):
    found = {each["SUMMARY"].split("：")[0] for each in events(client.get(f"{OWN}/days.ics"))}
    answered, decided = "本机构的修复申请应在此日前答复", "本机构的修复申请应在此日前决定"
    assert found == {"异议核查最迟这一天完成", "限制措施最后一日", answered, decided}


def test_read_in_again_an_event_replaces_itself_and_what_fell_is_called_off(city, client):
    before = events(client.get(f"{OWN}/days.ics"))
    again = events(client.get(f"{OWN}/days.ics"))
    assert [each["UID"] for each in again] == [each["UID"] for each in before]
    assert len({each["UID"] for each in before}) == len(before)

    city.client("reviewer").post(
        f"/objections/{city.objections['stayed']}/decision",
        {"outcome": "withdrawn", "reasons": "经核实有误。", "checked": "on"},
    )
    after = {each["UID"]: each for each in events(client.get(f"{OWN}/days.ics"))}
    for each in before:
        now = after[each["UID"]]
        assert (now["STATUS"], now["SUMMARY"]) == ("CANCELLED", each["SUMMARY"])
        assert int(now["SEQUENCE"]) > int(each["SEQUENCE"])


# Who acts for it


def test_a_representative_adds_an_agent_who_acts_until_ended_at_once(city, client):
    agent = open_account(login="agent-2", password=places.PASSWORD, display_name="周代理")
    theirs = type(client)()
    theirs.force_login(agent)
    objecting = f"/records/{city.records['stayed']}/objection"
    assert theirs.get(OWN).status_code == 403
    assert added(client).status_code == 302
    assert "周代理" in client.get(OWN).content.decode()
    assert theirs.get(OWN).status_code == 200
    assert theirs.get(objecting).status_code == 200
    assert theirs.get(f"{OWN}/agents").status_code == 403
    assert post(theirs, f"{OWN}/agents/{city.ids['agent']}/end").status_code == 403
    assert post(client, f"{OWN}/agents/{agent.id}/end").status_code == 302
    assert [theirs.get(each).status_code for each in (OWN, objecting)] == [403, 403]
    kinds = AccountEvent.objects.filter(account=agent).order_by("pk").values_list("kind", "by")
    assert list(kinds) == [("agent-added", city.ids["stayed"]), ("agent-ended", city.ids["stayed"])]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"login": "nobody"}, "AgentUnknown"),
        ({"login": f"{places.HOME}/officer"}, "ServesAndRepresents"),
        ({"login": "stayed"}, "GrantOverlaps"),
        ({"login": "agent"}, "GrantOverlaps"),
        ({"login": "pending", "last": "2099-01-01"}, "AgentTooLong"),
        ({"login": "pending", "first": "2026-01-01"}, "AgentInThePast"),
        ({"login": "pending", "last": "2020-01-01"}, "WrongDays"),
    ],
)
def test_what_is_refused_is_said_at_its_field_and_keeps_what_was_typed(city, client, changed, code):
    before = Representation.objects.count()
    response = added(client, **changed)
    html = response.content.decode()
    assert response.status_code in (403, 409, 422)
    assert code in html
    assert f'value="{changed["login"]}"' in html
    assert Representation.objects.count() == before


def test_an_identity_number_for_a_login_is_refused_and_not_shown_again(client):
    html = added(client, login=identity_number()).content.decode()
    assert "IdentityNumberInText" in html
    assert identity_number() not in html


@pytest.mark.parametrize("who", ["agent", "pending", "officer", "credit office", "auditor"])
def test_nobody_else_adds_or_ends(city, who):
    client = city.client(who)
    before = Representation.objects.count()
    assert added(client, login="pending").status_code == 403
    assert post(client, f"{OWN}/agents/{city.ids['agent']}/end").status_code == 403
    assert Representation.objects.filter(ended_on=None).count() == before


def test_a_stranger_to_the_organisation_is_not_ended(city, client):
    assert post(client, f"{OWN}/agents/{city.ids['pending']}/end").status_code == 404
    assert post(client, f"{OWN}/agents/o-none/end").status_code == 404


def test_a_power_ends_by_itself_after_its_last_day(city, client):
    held = Representation.objects.get(account=city.ids["agent"])
    assert "Agent" in client.get(OWN).content.decode()
    Representation.objects.filter(pk=held.pk).update(granted_to=today() - DAY)
    assert city.client("agent").get(OWN).status_code == 403
    assert "Agent" not in client.get(OWN).content.decode()


# What the pages say


def test_a_record_says_what_rests_on_it_until_when_and_who_received_it(client, city):
    html = client.get(OWN).content.decode()
    card = re.search(
        rf'<article class="card" aria-labelledby="r-{city.records["stayed"]}">.*?</article>',
        html,
        re.S,
    )
    assert f'href="/cases/{city.cases["stayed"]}"' in card.group()
    assert "暂停执行" in card.group()
    assert "公共资源交易" in card.group()


def test_an_organisation_states_its_case_today_and_is_asked_for_no_day(city):
    client = city.client("pending")
    path = f"/cases/{city.cases['pending']}"
    assert "陈述申辩" in client.get(path).content.decode()
    for step, field in (("statement", "received_on"), ("hearing-request", "requested_on")):
        assert f'name="{field}"' not in client.get(f"{path}/{step}").content.decode()
        assert f'name="{field}"' in city.client("officer").get(f"{path}/{step}").content.decode()
    post(client, f"{path}/statement", text="工资已付清。", received_on="2026-01-01")
    post(client, f"{path}/hearing-request", requested_on="2026-01-01")
    assert "工资已付清。" in client.get(path).content.decode()
    case = Case.objects.get(pk=city.cases["pending"])
    assert (case.statement_on, case.hearing_requested_on) == (today(), today())


def test_by_no_door_does_an_organisation_act_on_an_earlier_day(city):
    case, theirs = city.cases["pending"], city.call("pending", days=0)
    notify.receive_statement(theirs, case=case, text="工资已付清。", received_on=today() - DAY)
    assert Case.objects.get(pk=case).statement_on == today()


def test_an_officer_enters_the_day_on_which_a_paper_came(city):
    served = city.cases["pending"]
    yesterday = (today() - DAY).isoformat()
    path = f"/cases/{served}/statement"
    post(city.client("officer"), path, text="工资已付清。", received_on=yesterday)
    assert Case.objects.get(pk=served).statement_on == today() - DAY


def test_an_objection_tells_its_way_with_whom_it_is_and_what_comes(city, client):
    html = client.get(f"/objections/{city.objections['stayed']}").content.decode()
    for said in ("已提出", "已受理", "核查与结论", "之后会怎样", "现由", "暂停执行"):
        assert said in html
    assert 'aria-current="step"' in html
    assert city.objections["stayed"] in html
