"""What restricts by the decision behind it: read by officers and the organisation itself."""

import re

from goodstanding.flow import notify, propose
from tests.web import city as places

OTHER = "social-insurance/refusal-to-pay"
PATHS = {"officer": f"/organisations/{places.STAYED}", "representative": f"/own/{places.STAYED}"}
REASON = "同一处罚还涉及未缴社会保险费。"


def _second(city) -> str:
    """A second case on the fact that restricts already, ready to be decided."""
    clerk = city.call(f"{places.HOME}/officer", days=2)
    case = propose.propose_designation(
        clerk,
        organisation=places.RESTRICTED,
        ground=OTHER,
        records=(city.records["restricted"],),
    )
    notify.serve_notice(clerk, case=case, served_on=clerk.on, method="in-person", proof="送达 9")
    notify.waive_statement(clerk, case=case, proof="放弃 9", hearing=True)
    return case


def test_officers_and_the_organisation_read_what_rests_on_which_decision(city):
    for who, path in PATHS.items():
        html = city.client(who).get(path).content.decode()
        assert "现有限制：按所依据的决定列出" in html, who
        assert "以这份决定为依据" not in html, who
    stranger = city.client("visitor").get(PATHS["officer"]).content.decode()
    assert "按所依据的决定列出" not in stranger


def test_a_second_restriction_on_the_same_fact_is_asked_for_its_reason(city):
    client, case = city.client("reviewer"), _second(city)
    pending = city.client("reviewer").get(f"/cases/{city.cases['pending']}/decision")
    assert 'name="second_reason"' not in pending.content.decode()
    page = client.get(f"/cases/{case}/decision").content.decode()
    assert 'name="second_reason"' in page
    given = {
        **dict(re.findall(r'type="hidden" name="(form|seen)" value="([^"]*)"', page)),
        **{"outcome": "list", "document": "岚人社列〔2026〕99号", "reasons": "事实清楚。"},
        **{"checked": "on", "measures": re.findall(r'name="measures" value="([^"]+)"', page)},
    }
    refused = client.post(f"/cases/{case}/decision", given)
    assert refused.status_code == 422
    assert "请写明为什么同一事实需要再次限制" in refused.content.decode()
    decided = client.post(f"/cases/{case}/decision", {**given, "second_reason": REASON})
    assert decided.status_code == 302
    assert REASON in client.get(f"/cases/{case}").content.decode()
    html = client.get(f"/organisations/{places.RESTRICTED}").content.decode()
    assert "有不止一项认定以这份决定为依据" in html
