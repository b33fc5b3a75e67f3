"""Monthly returns by API: the list as the register has it, confirmed as it was shown, empty or not."""

from goodstanding.flow import returns
from goodstanding.wallclock import today
from tests.api.world import Caller
from tests.web import city as places


def _month(department, *, empty):
    found = returns.owed(on=today(), department=department)
    return next(f"{e.month:%Y-%m}" for e in found if bool(returns.reconciled(e).listed) != empty)


def test_a_list_is_confirmed_as_it_was_shown(city):
    officer, month = Caller(city.client("officer")), _month(places.HOME, empty=False)
    shown = officer.read(f"/returns/{month}")
    assert shown["owed"]["department"] == places.HOME
    assert shown["lines"][0]["organisation"] in places.NAMES
    moved = officer.post(f"/returns/{month}", {"seen": "0" * 64})
    assert (moved.status_code, moved.json()["code"]) == (409, "ListMovedOn")
    assert officer.post(f"/returns/{month}", {"nil": True}).json()["code"] == "ListMovedOn"
    done = officer.done(f"/returns/{month}", {"seen": shown["seen"]})
    assert (done["count"], done["digest"]) == (len(shown["lines"]), shown["seen"])
    again = officer.post(f"/returns/{month}", {"seen": shown["seen"]})
    assert again.json()["code"] == "ReturnUpToDate"
    listed = officer.read("/returns")["items"]
    assert next(each for each in listed if each["month"] == month)["times"] == 1


def test_a_nil_return_needs_one_word(city):
    court, month = Caller(city.client("court")), _month("intermediate-court", empty=True)
    done = court.done(f"/returns/{month}", {"nil": True}, idempotency_key="nil-1")
    assert (done["count"], done["times"]) == (0, 1)
    assert court.done(f"/returns/{month}", {"nil": True}, idempotency_key="nil-1") == done


def test_the_credit_office_reads_all_and_confirms_none(city):
    office, month = Caller(city.client("credit office")), places.month_before()
    departments = {each["department"] for each in office.read("/returns", limit=200)["items"]}
    assert {places.HOME, "intermediate-court"} <= departments
    assert office.read(f"/returns/{month}", department=places.HOME)["owed"]["state"]
    refused = office.post(f"/returns/{month}", {"department": places.HOME, "nil": True})
    assert refused.status_code == 403
    elsewhere = Caller(city.client("officer")).get(f"/returns/{month}", department="finance")
    assert elsewhere.status_code == 403
