"""What the wiring promises."""

import logging

from django.conf import settings
from django.db import connections
from django.test import Client

from goodstanding.database import connect


def test_a_path_is_logged_without_its_query(caplog, database):
    with caplog.at_level(logging.DEBUG):
        Client().get("/no-such-page?q=something-private")
    assert "/no-such-page" in caplog.text
    assert "something-private" not in caplog.text


def test_the_development_server_logs_no_request_line(capfd):
    logging.getLogger("django.server").warning("GET /?q=%s", "something-private")
    said = capfd.readouterr()
    assert "something-private" not in said.out + said.err


def test_a_pool_serves_and_the_application_role_uses_it(database):
    pooled = connect.databases({**database.environment, "GOODSTANDING_POOL": "1"})["default"]
    connection = connections.create_connection("default")
    connection.settings_dict = {**connections["default"].settings_dict, **pooled}
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("goodstanding_app",)
    connection.close()
    connection.close_pool()


def test_sessions_and_cookies_are_kept_from_scripts_and_other_sites():
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"
    assert settings.X_FRAME_OPTIONS == "DENY"
    assert not settings.DEBUG
