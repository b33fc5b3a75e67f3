"""The list of a month and where it differs from the one that was confirmed."""

from datetime import date

from msgspec.structs import replace

from goodstanding.rules.returns.lines import Change, differences, digest, lines
from goodstanding.rules.states import Designation
from tests.shelves import history

ALL = {"first": date(2000, 1, 1), "last": date(2199, 12, 31)}


def listed(acts, **days):
    states = history.states_of(acts).values()
    found = (each for each in states if isinstance(each, Designation))
    return lines(found, **(days or ALL))


def changes(acts):
    return [(each.change, each.day) for each in listed(acts)]


def test_a_case_is_in_no_list_before_its_decision():
    assert listed(history.UNTIL_NOTICE) == ()


def test_a_designation_begins_and_ends_by_its_last_day():
    (begun, over) = listed(history.UNTIL_LISTED)
    assert (begun.change, begun.last_day) == (Change.DESIGNATED, history.LAST_DAY)
    assert (over.change, over.day) == (Change.EXPIRED, history.LAST_DAY)


def test_only_the_lines_of_the_month_are_there():
    (begun, _) = listed(history.UNTIL_LISTED)
    assert listed(history.UNTIL_LISTED, first=begun.day, last=begun.day) == (begun,)


def test_a_pause_and_its_end_are_lines():
    assert (Change.PAUSED, history.STAY_DAY) in changes(history.UNTIL_STAYED)
    assert (Change.RESUMED, history.END_DAY) in changes(history.UNTIL_DISMISSED)


def test_what_ends_by_an_act_does_not_also_expire():
    assert Change.EXPIRED not in {change for change, _ in changes(history.UNTIL_WITHDRAWN)}
    assert (Change.ENDED, history.END_DAY) in changes(history.UNTIL_WITHDRAWN)


def test_differences_name_what_came_went_and_changed():
    before, after = listed(history.UNTIL_LISTED), listed(history.UNTIL_WITHDRAWN)
    found = differences(before, after)
    altered = [each for each in found if each.filed and each.now]
    assert [(each.filed.wrong, each.now.wrong) for each in altered] == [(False, True)]
    assert [each.filed.change for each in found if not each.now] == [Change.EXPIRED]
    assert Change.ENDED in [each.now.change for each in found if not each.filed]
    assert differences(after, after) == ()


def test_the_digest_is_of_every_line_and_value():
    found = listed(history.UNTIL_LISTED)
    shorter = (replace(found[0], last_day=date(2018, 12, 31)), *found[1:])
    assert len({digest(found), digest(found[:1]), digest(()), digest(shorter)}) == 4
