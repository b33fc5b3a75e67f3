"""The first import through its page: by the credit office alone, until the register is live."""

from goodstanding.intake.models import Batch
from goodstanding.publication.models import Entry
from tests.web import city as places
from tests.web.city import recent, workbook


def test_the_credit_office_imports_a_file_and_declares_the_register_live(city):
    client, home = city.client("credit office"), places.HOME
    file = places.SimpleUploadedFile("rows.xlsx", workbook([recent(78, CF_JDRQ="2016-03-01")]))
    sent = {"department": home, "kind": "penalty", "file": file}
    address = client.post("/going-live", sent)["Location"]
    assert "首次导入" in client.get(address).content.decode()
    assert city.client("officer").post(f"{address}/commit").status_code == 403
    client.post(f"{address}/commit")
    entry = Entry.objects.get(batch=address.rsplit("/", 1)[1])
    assert (entry.first_import, entry.department, entry.public_from) == (True, home, None)
    told = city.client("officer").get(f"/records/{entry.record}").content.decode()
    assert "正式运行时补录" in told
    assert address in client.get("/going-live").content.decode()
    assert client.post("/going-live", {"declare": "1"}).status_code == 422
    done = client.post("/going-live", {"declare": "1", "sure": "on"}, follow=True)
    assert "本登记册已正式运行" in done.content.decode()
    file.seek(0)
    again = client.post("/going-live", {**sent, "file": file})
    assert (again.status_code, "AlreadyLive" in again.content.decode()) == (409, True)
    assert Batch.objects.filter(first_import=True).count() == 1


def test_nobody_else_finds_it(city):
    for who in ("officer", "reviewer", "auditor"):
        assert city.client(who).get("/going-live").status_code == 403
