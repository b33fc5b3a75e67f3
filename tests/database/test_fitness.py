"""A database that mistreats Chinese text is refused before anything is written into it."""

import psycopg
import pytest

from goodstanding.database import fitness
from goodstanding.rules.errors import Refused

UNFIT = {
    "ctype": ("ENCODING 'UTF8' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'", "letters"),
    "encoding": ("ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'", "UTF8"),
}


@pytest.fixture(params=UNFIT)
def unfit(request, postgres):
    options, problem = UNFIT[request.param]
    name = (
        f"unfit_{request.param}_{request.config.workerinput['workerid']}"
        if hasattr(request.config, "workerinput")
        else f"unfit_{request.param}"
    )
    with psycopg.connect(postgres.admin_url, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE template0 {options}")
        yield postgres.url_of("postgres", name), problem
        admin.execute(f"DROP DATABASE {name}")


def test_a_wrong_locale_is_refused_with_the_cure(unfit):
    url, problem = unfit
    with pytest.raises(Refused) as refused:
        fitness.check(url)
    assert refused.value.codes == ("DatabaseLocaleUnfit",)
    assert problem in str(refused.value)
    assert "C.UTF-8" in str(refused.value)


def test_the_register_of_a_test_is_fit(database):
    fitness.check(database.url)


def test_a_server_that_does_not_answer_is_refused():
    with pytest.raises(Refused) as refused:
        fitness.check("postgresql://nobody@127.0.0.1:1/none")
    assert refused.value.codes == ("DatabaseUnreachable",)
