"""Which repair rule a record or a designation is repaired under, and from which day on."""

from datetime import date

from goodstanding.rules.catalogue.model import Ground
from goodstanding.rules.catalogue.repair_rules import RepairRule
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.periods import corresponding_day
from goodstanding.rules.states import Designation, Record

Target = Record | Designation


def rule_for(target: Target, rulebook: Rulebook, on: date) -> RepairRule | None:
    """The rule in force on ``on``; None where nothing lets it be repaired.

    A designation leaves by the rule its ground names, else by one for the records its ground rests
    on: the one counted from the listing, or the only one. A
    record is repaired by the rule of its kind and severity; what is meant for leaving a list is
    for records only where the record is itself a listing.
    """
    rules = [each for each in rulebook.repairs.values() if each.in_force.holds_on(on)]
    if isinstance(target, Designation):
        return _for_designation(rulebook.ground(target.ground), rules)
    return _for_record(target, rules)


def _for_designation(ground: Ground, rules: list[RepairRule]) -> RepairRule | None:
    named = [each for each in rules if each.id == ground.repair]
    fit = [each for each in rules if set(each.records) & set(ground.records)]
    mine = named or _from_listing(fit) or (fit if len(fit) == 1 else [])
    return next(iter(mine), None)


def _for_record(record: Record, rules: list[RepairRule]) -> RepairRule | None:
    own = [each for each in rules if record.record_kind in each.records]
    lists = "severe-listing"
    if record.record_kind != lists:
        own = [each for each in own if lists not in each.records]
    fit = [each for each in own if not each.severity or _severity(record) in each.severity]
    return next(iter(_from_listing(fit) or fit), None)


def _severity(record: Record) -> str:
    """The class it was taken for when entered; general where no act named one: the shorter term."""
    if record.record_kind == "severe-listing":
        return "serious"
    return (record.publishing.severity if record.publishing else "") or "general"


def _from_listing(rules: list[RepairRule]) -> list[RepairRule]:
    return [each for each in rules if each.counted_from == "listing"]


def earliest(target: Target, rule: RepairRule, *, performed_on: date) -> date:
    """The first day on which repair may be asked for: the rule's months from where it counts."""
    return corresponding_day(_start(target, rule, performed_on), rule.after_months)


def _start(target: Target, rule: RepairRule, performed_on: date) -> date:
    match rule.counted_from:
        case "performance":
            return performed_on
        case "publication" if isinstance(target, Record):
            return target.public_from or target.decided_on
        case "listing" if isinstance(target, Designation) and target.span:
            return target.span.first_day
    assert target.decided_on is not None
    return target.decided_on
