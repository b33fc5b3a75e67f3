"""A record known to be wrong stands on the desk with its day, and its page says how that ended."""

from goodstanding.clocks.models import Clock
from goodstanding.register.rebuilding import rebuild
from goodstanding.wallclock import today
from tests.web import city as places


def page(city, who, address):
    return city.client(who).get(address).content.decode()


def test_noted_due_on_the_desk_found_right_by_another_and_noted_again(city):
    record = city.records["restricted"]
    address, officer = f"/records/{record}", city.client("officer")
    told = {"learned_on": f"{places._ago(14):%Y-%m-%d}", "through": "court", "text": "判决撤销。"}
    early = officer.post(f"{address}/error", {**told, "learned_on": "2999-01-01"})
    assert "LearnedInFuture" in early.content.decode() or early.status_code == 422
    assert officer.post(f"{address}/error", told).status_code == 302
    clock = Clock.objects.get(aggregate=record, kind="correction")
    assert (clock.met_on, clock.working_days) == (None, 3)
    assert "更正或撤销有误的记录" in page(city, "officer", "/desk?kind=correction")
    html = page(city, "officer", address)
    assert "已知有误" in html
    assert "判决撤销。" in html
    assert "判决撤销。" not in page(city, "visitor", address)
    assert officer.post(f"{address}/error", told).status_code == 409
    why = {"reasons": "判决已被改判。"}
    assert officer.post(f"{address}/error/dismissal", why).status_code == 403
    assert city.client("reviewer").post(f"{address}/error/dismissal", why).status_code == 302
    assert Clock.objects.get(aggregate=record, kind="correction").met_on == today()
    assert "经核实无误" in page(city, "officer", address)
    assert officer.post(f"{address}/error", told).status_code == 302
    gone = {"as_wrong": "yes", "reasons": "判决撤销原决定。", "checked": "on"}
    done = city.client("reviewer").post(f"{address}/withdrawal", gone)
    assert done.status_code == 302, done.content.decode()
    second = Clock.objects.get(aggregate=record, kind="correction", ordinal=2)
    assert second.met_on == today()
    assert "超期" in page(city, "officer", address)
    assert rebuild().differences == 0
