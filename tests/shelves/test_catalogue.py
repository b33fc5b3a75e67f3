"""Which law held on a day, as known at a moment?"""

from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from goodstanding.catalogue import bodies, queries
from goodstanding.catalogue.naming import calendar_setting, rulebook_setting
from goodstanding.register.writing import writing
from goodstanding.rules.acts.envelope import SYSTEM, Decided
from goodstanding.rules.acts.system import CalendarLoaded, RulebookActivated
from goodstanding.rules.catalogue import canonical, decode, from_canonical
from goodstanding.rules.errors import Refused
from tests.shelves import history

ROOT = Path(__file__).resolve().parents[2] / "rulebook"
PACK = decode(
    {
        str(path): path.read_bytes()
        for path in sorted((ROOT / "packs/dongguan-2018").rglob("*.yaml"))
    }
)
YEARS = {year: (ROOT / f"calendars/{year}.yaml").read_bytes() for year in (2018, 2019)}


def again(version, first):
    changed = msgspec.structs.replace(PACK, version=version, in_force_from=first)
    return from_canonical(canonical(changed))


def activate(rulebook, at):
    bodies.keep_rulebook(rulebook)
    id = rulebook_setting(
        rulebook=rulebook.id, in_force_from=rulebook.in_force_from, digest=rulebook.digest
    )
    effect = RulebookActivated(
        rulebook=rulebook.id, digest=rulebook.digest, in_force_from=rulebook.in_force_from
    )
    return enter(id, effect, at)


def load(years, at):
    calendar = bodies.keep_calendar([YEARS[year] for year in years])
    effect = CalendarLoaded(digest=calendar.id, years=tuple(years))
    return enter(calendar_setting(digest=calendar.id), effect, at)


def enter(id, effect, at):
    act = Decided(stream=SYSTEM, aggregate=id, effective_on=at.date(), effect=effect)
    with writing(SYSTEM, author=history.OFFICER, at=at) as work:
        (recorded,) = work.append([act])
    return recorded.header.position


def moment(month, day=1):
    return datetime(2018, month, day, tzinfo=UTC)


OLD, NEW = again("1", date(2018, 1, 1)), again("2", date(2018, 6, 1))


@pytest.fixture
def settled(database):
    """The old rulebook and 2018 known in January, the new one in March, 2019 in December."""
    return [
        activate(OLD, moment(1)),
        load([2018], moment(1, 2)),
        activate(NEW, moment(3)),
        load([2018, 2019], moment(12)),
    ]


def version(on, known_at=None):
    return queries.law(on=on, known_at=known_at).rulebook.version


def test_the_rulebook_is_the_latest_in_force_on_the_day(settled):
    assert version(date(2018, 5, 31)) == "1"
    assert version(date(2018, 6, 1)) == "2"


def test_what_was_not_known_then_did_not_hold(settled):
    on = date(2018, 6, 1)
    assert [version(on, known_at) for known_at in (1, 2, 3, 4)] == ["1", "1", "2", "2"]
    assert [version(on, moment(month)) for month in (1, 2, 3, 4)] == ["1", "1", "2", "2"]


def test_the_calendar_is_the_last_one_known(settled):
    on = date(2018, 6, 1)
    years = [queries.law(on=on, known_at=k).calendar.years for k in (1, 2, 3, 4, None)]
    assert years == [set(), {2018}, {2018}, {2018, 2019}, {2018, 2019}]
    assert queries.calendar(known_at=2).years == {2018}


def test_without_a_rulebook_in_force_nothing_is_answered(settled):
    for on, known_at in ((date(2017, 12, 31), None), (date(2018, 6, 1), 0)):
        with pytest.raises(Refused) as refused:
            queries.law(on=on, known_at=known_at)
        assert refused.value.codes == ("NoRulebookInForce",)


def test_a_law_is_found_again_by_its_digests(settled):
    law = queries.law(on=date(2018, 6, 1), known_at=3)
    rulebook, calendar = law.versions
    found = queries.law_of(rulebook=rulebook, calendar=calendar)
    assert (found.rulebook, found.calendar) == (law.rulebook, law.calendar)
    assert (
        queries.law_of(rulebook=rulebook, calendar=queries.NO_CALENDAR.id).calendar.years == set()
    )
    with pytest.raises(Refused) as refused:
        queries.law_of(rulebook="0" * 64, calendar=calendar)
    assert refused.value.codes == ("VersionUnknown",)


def test_a_version_is_kept_once(settled):
    bodies.keep_rulebook(OLD)
    bodies.keep_calendar(list(YEARS.values()))
    assert [each.kind for each in queries.activations()] == [
        "rulebook",
        "calendar",
        "rulebook",
        "calendar",
    ]
