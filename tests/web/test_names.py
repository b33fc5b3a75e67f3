"""A name without a code attaches to nobody: candidates with reasons; “not the same as” stays."""

from django.core.files.uploadedfile import SimpleUploadedFile

from goodstanding.flow.bench import Call
from goodstanding.flow.receive import enter_record
from goodstanding.organisations import distinguishing
from goodstanding.publication.models import Entry
from tests.rules.penalty_rows import code
from tests.web import city as places
from tests.web.city import recent, workbook


def test_candidates_are_shown_with_reasons_and_the_row_stays_out(city):
    before = Entry.objects.count()
    client = city.client("market")
    page = client.get(f"/uploads/{city.batch}").content.decode()
    assert f"/uploads/{city.batch}/candidates" in page
    found = client.get(f"/uploads/{city.batch}/candidates").content.decode()
    assert "岚港市示例第14号电子有限公司" in found
    assert "岚港市示例第11号电子有限公司" in found
    assert "相差一个字" in found
    assert Entry.objects.count() == before


def test_a_file_of_another_department_tells_no_names(city):
    assert city.client("officer").get(f"/uploads/{city.batch}/candidates").status_code == 403


def test_a_statement_is_stated_confirmed_by_another_shown_on_both_pages_and_taken_back(city):
    officer, reviewer = city.client("officer"), city.client("reviewer")
    one, other = code(11), code(13)
    asked = {"other": other, "reasons": "住所和登记机关不同。"}
    stated = officer.post(f"/organisations/{one}/distinction", asked)
    assert stated.status_code == 302, stated.content.decode()
    address = stated["Location"]
    assert "并非同一机构" not in _aside(city, one)
    assert officer.post(f"{address}/confirmation", {"checked": "on"}).status_code == 403
    again = officer.post(f"/organisations/{other}/distinction", {**asked, "other": one})
    assert again.status_code == 409
    assert reviewer.post(f"{address}/confirmation", {"checked": "on"}).status_code == 302
    assert other in _aside(city, one)
    assert one in _aside(city, other)
    assert (one, other) in distinguishing.not_same([one, other])
    candidates = city.client("market").get(f"/uploads/{city.batch}/candidates").content.decode()
    assert "已确认：与岚港市示例第13号电子有限公司不是同一机构" in candidates
    assert reviewer.post(f"{address}/withdrawal", {"reasons": "核对有误。"}).status_code == 302
    assert other not in _aside(city, one)
    assert officer.post(f"/organisations/{one}/distinction", asked).status_code == 302


def test_nobody_states_it_of_names_that_are_not_alike_or_of_codes_unknown(city):
    officer = city.client("officer")
    for other, refusal in (
        (places.RESTRICTED, "NamesNotAlike"),
        (code(999), "OtherUnknown"),
        (code(11), "DistinctFromItself"),
    ):
        asked = {"other": other, "reasons": "住所不同。"}
        response = officer.post(f"/organisations/{code(11)}/distinction", asked)
        assert refusal in response.content.decode()


def test_the_preview_tells_of_rows_with_a_name_alone(city):
    client = city.client("market")
    data = workbook([recent(11, CF_XDR_SHXYM="", CF_WSH="岚市监处罚〔2026〕911号")])
    sent = client.post("/uploads", {"kind": "penalty", "file": _file(data)})
    found = client.get(f"{sent['Location']}/candidates").content.decode()
    assert code(11) in found.replace(" ", "")


def _aside(city, organisation: str) -> str:
    html = city.client("visitor").get(f"/organisations/{organisation}").content.decode()
    return html[html.index("<aside") : html.index("</aside>")]


def _file(data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("rows.xlsx", data)


def test_an_organisation_states_it_itself_and_an_officer_confirms(city):
    own, other = places.STAYED, code(91)
    name = places.NAMES[own].removesuffix("有限公司") + "股份有限公司"
    call = city.call(f"{places.HOME}/officer", days=0)
    enter_record(
        Call(actor=call.actor, at=call.at), kind="penalty", cells=recent(91, CF_XDR_MC=name)
    )
    client = city.client("representative")
    assert f"/organisations/{own}/distinction" in client.get(f"/own/{own}").content.decode()
    asked = {"other": other, "reasons": "住所和登记机关不同。"}
    assert client.post(f"/organisations/{other}/distinction", asked).status_code == 403
    stated = client.post(f"/organisations/{own}/distinction", asked)
    assert stated.status_code == 302, stated.content.decode()
    assert client.get(stated["Location"]).status_code == 200
    assert client.post(f"{stated['Location']}/confirmation", {"checked": "on"}).status_code == 403
    done = city.client("market").post(f"{stated['Location']}/confirmation", {"checked": "on"})
    assert done.status_code == 302
    assert other in _aside(city, own)
