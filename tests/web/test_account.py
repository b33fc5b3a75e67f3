"""Sessions end and say why; the password is changed; who may read the log of sign-ins."""

from datetime import timedelta

import pytest
from django.test import Client

from goodstanding.departments.models import Account, OpenSession, SignIn
from goodstanding.departments.sessions import LONGEST
from goodstanding.wallclock import machine
from tests.web.city import PASSWORD

LOGIN = "human-resources/officer"
NEW = "seven lamps along the quay"


def signed_in(client: Client) -> bool:
    return client.get("/account").status_code == 200


def entered(password: str = PASSWORD, login: str = LOGIN) -> Client:
    client = Client()
    assert client.post("/sign-in", {"login": login, "password": password}).status_code == 302
    return client


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def aged(client: Client, **fields) -> Client:
    OpenSession.objects.filter(handle=client.session["handle"]).update(**fields)
    return client


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"seen_at": machine() - timedelta(minutes=31)}, "较长时间没有操作"),
        ({"begun_at": machine() - LONGEST - timedelta(minutes=1)}, "八小时"),
    ],
)
def test_a_session_ends_and_the_page_says_why_and_goes_on_where_it_was(city, fields, word):
    client = aged(entered(), **fields)
    answer = client.get("/cases", follow=True)
    html = answer.content.decode()
    assert answer.redirect_chain == [("/sign-in?next=%2Fcases", 302)]
    assert word in html
    assert 'value="/cases"' in html
    again = {"login": LOGIN, "password": PASSWORD, "next": "/cases"}
    assert client.post("/sign-in", again)["Location"] == "/cases"
    assert "请重新登录" not in text(client, "/sign-in")


def test_a_busy_session_goes_on(city):
    client = aged(entered(), seen_at=machine() - timedelta(minutes=29))
    assert signed_in(client)
    seen = OpenSession.objects.get(handle=client.session["handle"]).seen_at
    assert machine() - seen < timedelta(minutes=1)


def test_what_was_typed_before_the_session_ended_finds_its_form_by_next(city):
    client = aged(entered(), seen_at=machine() - timedelta(hours=1))
    answer = client.post(f"/cases/{city.cases['pending']}/notice", {"proof": "送达回证 9"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in?next=")


def test_signing_out_everywhere_leaves_this_browser_alone(city):
    here, there = entered(), entered()
    assert "另一处" in here.get("/account").content.decode()
    assert here.post("/account/everywhere").status_code == 302
    assert signed_in(here)
    assert not signed_in(there)
    assert "全部退出" in there.get("/sign-in").content.decode()


def test_signing_out_ends_this_session_only(city):
    here, there = entered(), entered()
    here.post("/sign-out")
    assert not signed_in(here)
    assert signed_in(there)
    assert sorted(OpenSession.objects.values_list("ending", flat=True)) == ["", "left"]


@pytest.mark.parametrize("new", ["short", "password123", "12345678901", LOGIN])
def test_a_weak_password_is_refused(city, new):
    client = entered()
    answer = client.post("/account/password", {"old": PASSWORD, "new": new})
    assert answer.status_code == 422
    assert entered()


def test_a_new_password_opens_and_the_old_one_no_more_nor_other_browsers(city):
    here, there = entered(), entered()
    assert here.post("/account/password", {"old": "wrong", "new": NEW}).status_code == 403
    assert here.post("/account/password", {"old": PASSWORD, "new": NEW}).status_code == 302
    assert signed_in(here)
    assert not signed_in(there)
    assert Client().post("/sign-in", {"login": LOGIN, "password": PASSWORD}).status_code == 403
    assert signed_in(entered(NEW))


def test_wrong_present_passwords_lock_too(city):
    client = entered()
    for _n in range(10):
        client.post("/account/password", {"old": "wrong", "new": NEW})
    answer = client.post("/account/password", {"old": PASSWORD, "new": NEW})
    assert "SignInLocked" in answer.content.decode()


def test_the_log_is_filtered_and_paged_and_holds_no_typed_name(city):
    Client().post("/sign-in", {"login": "somebody else", "password": "x"})
    Client().post("/sign-in", {"login": LOGIN, "password": "x"})
    auditor = city.client("auditor")
    html = auditor.get("/sign-ins").content.decode()
    assert "somebody else" not in html
    assert "未知名称" in html
    assert ">1 次" in text(auditor, "/sign-ins?login=human-resources&outcome=failed")
    assert "没有符合条件" in text(auditor, "/sign-ins?since=2999-01-01")
    assert auditor.get("/sign-ins?since=nonsense").status_code == 200


def test_a_long_log_has_pages(city):
    officer = Account.objects.get(login=LOGIN)
    SignIn.objects.bulk_create(
        SignIn(account=officer, at=machine(), outcome="done") for _ in range(45)
    )
    assert "21–40" in text(city.client("auditor"), "/sign-ins?page=2")


def test_nobody_sees_anothers_sign_ins_on_the_own_page(city):
    entered(login="human-resources/reviewer")
    assert "暂无记录" in text(city.client("officer"), "/account/sign-ins")
