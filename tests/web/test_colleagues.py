"""Leave and deputies, handing over, and a declared conflict that keeps its declarer from steps."""

from datetime import timedelta

import pytest

from goodstanding.departments import enrol
from goodstanding.departments.models import Account, AccountEvent, Recusal, StandIn, Work
from goodstanding.departments.working import working_on
from goodstanding.rules.actors import Role
from goodstanding.wallclock import today
from tests.web.city import HOME, PASSWORD, PENDING

OTHER = f"{HOME}/second"


@pytest.fixture
def second(city) -> Account:
    """Another officer of the home department."""
    account = enrol.open_account(login=OTHER, password=PASSWORD)
    enrol.grant_role(account, Role.OFFICER, department=HOME, first=today() - timedelta(days=30))
    return account


@pytest.fixture
def officer(city) -> Account:
    return Account.objects.get(login=f"{HOME}/officer")


def days(first: int, last: int) -> dict[str, str]:
    start = today()
    return {
        "first": str(start + timedelta(days=first)),
        "last": str(start + timedelta(days=last)),
    }


def code_of(answer) -> str:
    return answer.content.decode()


def test_leave_with_a_deputy_is_shown_beside_the_work(city, officer, second):
    client, case = city.client("officer"), city.cases["pending"]
    assert client.post("/colleagues/take", {"matter": case}).status_code == 302
    assert client.post("/colleagues/leave", {"deputy": second.id, **days(0, 3)}).status_code == 302
    found = working_on([case], on=today())[case]
    assert (found.account, found.deputy, found.deputy_name) == (officer.id, second.id, OTHER)
    assert found.is_for(second.id)
    assert not found.is_for(officer.id)
    assert working_on([case], on=today() + timedelta(days=4))[case].is_for(officer.id)
    assert OTHER in code_of(client.get("/colleagues"))


def test_one_matter_is_delegated_and_no_other(city, officer, second):
    client, case = city.client("officer"), city.cases["pending"]
    other = city.cases["restricted"]
    for matter in (case, other):
        client.post("/colleagues/take", {"matter": matter})
    client.post("/colleagues/leave", {"deputy": second.id, "matter": case, **days(0, 1)})
    found = working_on([case, other], on=today())
    assert found[case].deputy == second.id
    assert found[other].deputy == ""


@pytest.mark.parametrize(
    ("who", "when", "told"),
    [
        ("second", (3, 0), "WrongDays"),
        ("second", (-5, -1), "LeaveInThePast"),
        ("reviewer", (0, 1), "DeputyDiffers"),
    ],
)
def test_leave_that_cannot_be_is_refused(city, officer, second, who, when, told):
    deputy = Account.objects.get(login=f"{HOME}/{who}")
    form = {"deputy": deputy.id, **days(*when)}
    answer = city.client("officer").post("/colleagues/leave", form)
    assert answer.status_code == 422
    assert told in code_of(answer)
    assert not StandIn.objects.exists()


def test_leave_twice_is_refused_and_back_early_ends_it(city, officer, second):
    client = city.client("officer")
    form = {"deputy": second.id, **days(0, 3)}
    client.post("/colleagues/leave", form)
    assert client.post("/colleagues/leave", form).status_code == 409
    id = StandIn.objects.get().pk
    assert city.client("trading").post(f"/colleagues/leave/{id}/end").status_code == 404
    assert client.post(f"/colleagues/leave/{id}/end").status_code == 302
    assert not StandIn.objects.exists()
    assert AccountEvent.objects.filter(account=officer, kind="back").exists()


def test_an_officer_arranges_nobody_elses_leave_a_reviewer_does(city, officer, second):
    own = Account.objects.get(login=f"{HOME}/reviewer")
    form = {"account": officer.id, "deputy": second.id, **days(1, 2)}
    assert city.client("reviewer").post("/colleagues/leave", form).status_code == 302
    found = StandIn.objects.get()
    assert (found.account_id, found.deputy_id) == (officer.id, second.id)
    assert AccountEvent.objects.get(kind="leave").by_id == own.id


def test_work_is_handed_over_with_a_reason_in_the_log(city, officer, second):
    client, case = city.client("officer"), city.cases["pending"]
    client.post("/colleagues/take", {"matter": case})
    form = {"matters": [case], "to": second.id, "reason": "调离"}
    address = f"/colleagues/{officer.id}/hand-over"
    assert case in code_of(city.client("reviewer").get(address))
    assert city.client("trading").post(address, form).status_code == 403
    assert city.client("reviewer").post(address, form).status_code == 302
    assert working_on([case], on=today())[case].account == second.id
    assert Work.objects.filter(matter=case, ended_at__isnull=False).count() == 1
    assert "调离" in AccountEvent.objects.get(kind="handed-over").reason


def test_what_a_colleague_works_on_or_another_department_owns_is_not_taken(city, second):
    case = {"matter": city.cases["pending"]}
    assert city.client("officer").post("/colleagues/take", case).status_code == 302
    assert city.client("reviewer").post("/colleagues/take", case).status_code == 409
    assert city.client("trading").post("/colleagues/take", case).status_code == 404


@pytest.mark.parametrize("about", ["organisation", "case"])
def test_who_declared_a_conflict_takes_no_step_and_reads_on(city, officer, about):
    client, case = city.client("officer"), city.cases["pending"]
    step = f"/cases/{case}/hearing-request"
    assert client.get(step).status_code == 200
    form = {
        "about": PENDING if about == "organisation" else case,
        "reason": "family",
        "first": str(today()),
    }
    assert client.post("/colleagues/conflict", form).status_code == 302
    answer = client.post(step, {"requested_on": str(today())})
    assert answer.status_code == 403
    assert "Recused" in code_of(answer)
    assert client.get(f"/cases/{case}").status_code == 200
    assert client.get(f"/cases/{city.cases['restricted']}").status_code == 200
    assert city.client("pending").get(step).status_code == 200


def test_a_conflict_lasts_for_its_days(city, officer):
    Recusal.objects.create(
        account=officer,
        department=HOME,
        about=PENDING,
        reason="other",
        first=today() - timedelta(days=5),
        last=today() - timedelta(days=1),
    )
    step = f"/cases/{city.cases['pending']}/hearing-request"
    assert city.client("officer").get(step).status_code == 200


def test_a_conflict_about_nothing_is_refused(city):
    form = {"about": "d-unknown", "reason": "family", "first": str(today())}
    assert city.client("officer").post("/colleagues/conflict", form).status_code == 404
