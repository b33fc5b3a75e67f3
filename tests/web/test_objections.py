"""An objection page by page: its tracker, and the time to verify extended with its reason."""

DONE = {"checked": "on"}


def test_the_time_to_verify_is_extended_once_and_the_organisation_reads_why(city):
    at = f"/objections/{city.objections['stayed']}"
    reviewer = city.client("reviewer")
    empty = reviewer.post(f"{at}/extension", {"reasons": " "})
    assert (empty.status_code, b"ObjectionReasonsMissing" in empty.content) == (422, True)
    said = {"reasons": "需向外地机关调取材料。"}
    assert reviewer.post(f"{at}/extension", said).status_code == 302
    html = city.client("representative").get(at).content.decode()
    for words in ("核实期限已延长一次", "需向外地机关调取材料。", "已延长 3 个工作日"):
        assert words in html
    again = reviewer.post(f"{at}/extension", said)
    assert (again.status_code, b"VerificationExtendedOnce" in again.content) == (409, True)


def test_who_took_it_up_does_not_extend_it(city):
    response = city.client("officer").get(f"/objections/{city.objections['stayed']}/extension")
    assert response.status_code == 403
