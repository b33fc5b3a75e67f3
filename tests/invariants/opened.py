"""Whatever happened: consent to everything there is opens nothing that is over, repaired or gone."""

from collections.abc import Mapping
from datetime import date, timedelta

from goodstanding.rules.consent.contents import Opening, contents
from goodstanding.rules.consent.give import data_classes, resolved
from goodstanding.rules.law import Law
from goodstanding.rules.standing import standing
from goodstanding.rules.states import Designation, Record, State
from goodstanding.rules.working_set import WorkingSet


def opens_only_what_has_effect(code: str, states: Mapping[str, State], law: Law, on: date) -> None:
    """Every class of data of the rulebook is opened for a year, and looked at today."""
    last, work = on + timedelta(days=365), WorkingSet(dict(states))
    classes = tuple(map(resolved, data_classes(law.rulebook, on).values()))
    found = standing(work, organisation=code, on=on, rulebook=law.rulebook)
    kinds = {each.id: each.records for each in classes}
    for one in contents(Opening(classes=classes, last_day=last), found, work):
        for told in one.records:
            record = work.one(Record, told.id)
            assert record.record_kind in kinds[one.id]
            assert record.withdrawn is None
            assert record.repaired is None
            assert on <= told.not_after <= last
            assert not record.adverse or told.not_after <= record.public_until
        for told in one.designations:
            case = work.one(Designation, told.id)
            assert case.span.base(on)
            assert not case.doubtful
            assert on <= told.not_after <= min(case.span.last_day, last)
