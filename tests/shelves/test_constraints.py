"""The database refuses rows that no history may lead to, whoever writes them."""

import pytest
from django.db import connections, transaction
from django.db.utils import IntegrityError

from tests.shelves import history

REFUSED = [
    ("UPDATE designations_case SET last_day = first_day - 1", "does_not_end_before_it_begins"),
    ("UPDATE designations_case SET decider = proposer", "another_decides_than_proposed"),
    ("UPDATE designations_case SET notice_served_on = NULL", "nothing_is_listed_here_without"),
    ("UPDATE designations_case SET document = ''", "a_listed_case_names_its_document"),
    ("UPDATE designations_case SET stage = 'blacklisted'", "a_case_stands_at_a_stage"),
    ("UPDATE designations_stay SET last_day = first_day - 1", "a_stay_does_not_end_before"),
    ("UPDATE measures_appliedmeasure SET designations = '{}'", "a_measure_rests_on_a_desig"),
    ("UPDATE measures_appliedmeasure SET answer = 'maybe'", "a_measure_is_applied_or_not"),
    ("UPDATE measures_appliedmeasure SET answered_on = NULL", "an_answer_has_its_day"),
    ("UPDATE measures_task SET due_on = NULL, not_before = NULL", "a_task_has_a_due_day"),
    ("UPDATE clocks_clock SET department = ''", "every_duty_has_an_owner"),
    ("UPDATE publication_entry SET public_until = NULL", "nothing_adverse_is_public_without"),
    ("UPDATE publication_entry SET as_wrong = true", "only_a_withdrawn_record_was_wrong"),
    ("UPDATE publication_entry SET withdrawn_on = '2018-04-01'", "a_withdrawal_has_its_day"),
    ("UPDATE remedies_objection SET target_kind = 'person'", "an_objection_is_to_a_record"),
    ("UPDATE organisations_organisation SET code = '示例'", "is_known_by_its_code"),
]


@pytest.fixture
def stayed(database):
    history.record_acts(history.UNTIL_STAYED)


def test_bad_rows_are_refused(stayed):
    for statement, name in REFUSED:
        with (
            pytest.raises(IntegrityError, match=name),
            transaction.atomic(),
            connections["default"].cursor() as cursor,
        ):
            cursor.execute(statement)


def test_a_natural_key_belongs_to_one_standing_record(database):
    history.record_acts([history.entered(), history.penalty()])
    with pytest.raises(IntegrityError, match="one_standing_record_per_natural_key"):
        history.record_acts([history.penalty("r-2", natural_key="key-of-r-1")])
