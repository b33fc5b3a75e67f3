"""Destruction on its pages: approved by another, and said wherever the contents stood."""

import re

from tests.web import city as places


def test_two_people_destroy_and_every_page_says_so(city):
    at, record = f"/removals/{city.removal}", city.records["expired"]
    assert city.client("officer").post(f"{at}/approval").status_code == 403
    reviewer = city.client("reviewer")
    form = reviewer.get(f"{at}/approval").content.decode()
    hidden = dict(re.findall(r'name="(token|seen)" value="([^"]+)"', form))
    sent = {"checked": "on", **hidden}
    assert reviewer.post(f"{at}/approval", sent).status_code == 302
    page = reviewer.get(at).content.decode()
    assert "内容已销毁" in page
    shown = reviewer.get(f"/records/{record}").content.decode()
    assert "销毁" in shown
    assert "内容保存期限届满" in shown
    told = reviewer.get(f"/api/v1/organisations/{places.EXPIRED}").json()
    gone = {each["id"]: each["content_removed"] for each in told["records"]}
    assert gone[record]["basis"] == "retention-over"
    assert gone[city.records["due"]] is None
    past = f"/api/v1/organisations/{places.EXPIRED}/standing?known_at=@{hidden['seen']}"
    stood = {each["id"]: each for each in reviewer.get(past).json()["records"]}
    assert stood[record]["content_removed"] == gone[record]
    assert stood[record]["state"] == "held"
