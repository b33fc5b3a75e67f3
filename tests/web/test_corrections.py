"""A record is corrected by its form: what is asked, what is refused, what everybody sees after."""

import re
from datetime import timedelta

from goodstanding.disclosure.queries import open_recalls
from goodstanding.register import reading
from goodstanding.register.rebuilding import rebuild
from tests.rules.penalty_rows import identity_number
from tests.web import city as places

WRONG, RIGHT, WHY = "逾期未支付", "逾期九十日仍未支付", "录入时漏写逾期日数。"


def form(client, record: str, **changed: str) -> dict[str, str]:
    """The form as it stands, with the reason and the fields ``changed``."""
    html = client.get(f"/records/{record}/correction").content.decode()
    inputs = re.findall(r'<input type="(?:text|hidden)" name="(\w+)"[^>]*?value="([^"]*)"', html)
    texts = re.findall(r'<textarea name="(\w+)"[^>]*>\s*([^<]*)</textarea>', html)
    asked = {**dict(inputs), **dict(texts), "checked": "on", "reasons": WHY}
    asked.pop("csrfmiddlewaretoken", None)
    return {**asked, **changed}


def send(client, record: str, **changed: str):
    return client.post(f"/records/{record}/correction", form(client, record, **changed))


def page(city, who: str, record: str) -> str:
    answered = city.client(who).get(f"/records/{record}")
    assert answered.status_code == 200, who
    return answered.content.decode()


def test_a_reviewer_corrects_and_everybody_sees_what_they_may(city):
    record, reviewer = city.records["restricted"], city.client("reviewer")
    facts = form(reviewer, record)["CF_SY"]
    assert WRONG in facts
    done = send(reviewer, record, CF_SY=facts.replace(WRONG, RIGHT), CF_NR_FK="2")
    assert (done.status_code, done["Location"]) == (302, f"/records/{record}")
    public = page(city, "visitor", record)
    assert [each in public for each in (RIGHT, WHY, WRONG)] == [True, True, False]
    assert "更正情况" not in public
    for who in ("reviewer", "officer", "credit office", "auditor"):
        inside = page(city, who, record)
        told = inside[inside.index('id="corrections"') :]
        said = (WRONG, RIGHT, WHY, ">1</td>", ">2</td>")
        assert [each for each in said if each not in told] == [], who
    assert (
        RIGHT in city.client("visitor").get(f"/organisations/{places.RESTRICTED}").content.decode()
    )
    recipients = {each.recipient for each in open_recalls(record=record)}
    assert "public-resources-trading" in recipients
    trading = city.client("trading").get("/recalls").content.decode()
    assert WHY in trading
    assert rebuild().differences == 0


def test_its_own_organisation_sees_before_and_after_and_no_stranger_does(city):
    record = city.records["corrected"]
    assert "逾期六十日" in page(city, "pending", record).split('id="corrections"')[1]
    assert 'id="corrections"' not in page(city, "representative", record)
    assert 'id="corrections"' not in page(city, "trading", record)


def test_an_officer_corrects_an_own_entry_of_today_alone(city):
    record, officer = city.penalty(places.EXPIRED, days=0), city.client("officer")
    assert f"/records/{record}/correction" in _open(page(city, "officer", record))
    done = send(officer, record, CF_WSH="岚人社罚〔2026〕更正1号")
    assert done.status_code == 302
    assert "岚人社罚〔2026〕更正1号" in page(city, "visitor", record)


def test_from_the_next_day_on_the_page_says_why_not(city):
    record = city.penalty(places.EXPIRED, days=1)
    html = page(city, "officer", record)
    assert f"/records/{record}/correction" not in _open(html)
    assert "录入人只能在录入当日" in html
    refused = city.client("officer").post(
        f"/records/{record}/correction", {"CF_WSH": "1", "version": "1", "checked": "on"}
    )
    assert refused.status_code == 403
    assert f"/records/{record}/correction" in _open(page(city, "reviewer", record))


def test_once_a_case_rests_on_it_the_page_says_so(city):
    record, officer = city.penalty(places.EXPIRED, days=0), city.client("officer")
    opened = officer.post(
        f"/records/{record}/proposal", {"ground": places.GROUND, "records": [record]}
    )
    assert opened.status_code == 302
    assert "已有案件或异议" in page(city, "officer", record)


def _open(html: str) -> str:
    """The steps that are open to the reader."""
    return html[html.index('id="now"') :].split("<details>")[0]


def test_every_problem_at_its_field_and_what_is_on_record_beside_it(city):
    record, reviewer = city.records["restricted"], city.client("reviewer")
    before = form(reviewer, record)["CF_JDRQ"]
    late = (places.now() + timedelta(days=40)).date().isoformat()
    refused = send(reviewer, record, CF_JDRQ=late, CF_CFLB="罚金", reasons="")
    html = refused.content.decode()
    assert refused.status_code == 422
    for code in ("DateInTheFuture", "PenaltyCategoryUnknown", "CorrectionReasonMissing"):
        assert code in html, code
    assert f"现登记为：{before}" in html
    assert "The day" not in html


def test_nothing_changed_is_refused(city):
    refused = send(city.client("reviewer"), city.records["restricted"])
    assert refused.status_code == 422
    assert "NothingCorrected" in refused.content.decode()


def test_an_identity_number_is_refused_and_forgotten(city):
    number = identity_number()
    refused = send(city.client("reviewer"), city.records["restricted"], CF_SY=f"负责人 {number}")
    assert refused.status_code == 422
    assert number not in refused.content.decode()


def test_a_form_filled_in_from_an_older_version_is_refused(city):
    record, reviewer = city.records["restricted"], city.client("reviewer")
    old = form(reviewer, record, CF_NR_FK="3")
    assert send(reviewer, record, CF_SY=RIGHT).status_code == 302
    refused = reviewer.post(f"/records/{record}/correction", old)
    assert refused.status_code == 409
    assert "CorrectedMeanwhile" in refused.content.decode()
    state = reading.states(places.RESTRICTED)[record]
    assert len(state.versions) == 2


def test_a_designation_has_no_such_page(city):
    for step in ("correction", "withdrawal", "proposal", "confirmation"):
        answer = city.client("reviewer").get(f"/records/{city.cases['restricted']}/{step}")
        assert answer.status_code == 404, step
