"""The register's own rules in words: life cycle, answers, four eyes, and the lint, from the code."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.check import PRECEDENCE
from goodstanding.rules.designation.moves import MOVES, Step
from goodstanding.rules.rights import OTHER_THAN, Action
from goodstanding.rules.states import Stage
from goodstanding.web.law_words import ANSWERS
from goodstanding.web.wording import STEPS_BEFORE

STEPS: dict[Step, Promise] = {
    Step.PROPOSE: _("A department proposes a designation on a record"),
    Step.CONFIRM_TRANSCRIPTION: _("A second officer confirms what another authority decided"),
    Step.SERVE_NOTICE: _("The notice is served, with the grounds and the time to answer"),
    Step.RECEIVE_STATEMENT: _("The organisation states its case"),
    Step.WAIVE_STATEMENT: _("The organisation waives its statement in writing"),
    Step.REQUEST_HEARING: _("The organisation asks for a hearing"),
    Step.HOLD_HEARING: _("The hearing is held"),
    Step.LIST: _("Another officer decides to designate, after the time to answer is over"),
    Step.DROP: _("It is decided not to designate"),
    Step.BEGIN_STAY: _("An objection is accepted: the measures are paused"),
    Step.END_STAY: _("The objection is decided: the pause ends"),
    Step.ORDER_STAY: _("A review body or court orders a stay: what it covers is paused"),
    Step.END_ORDER: _("The ordered stay ends: by its day, by an act, or with the outcome"),
    Step.END: _("It is revoked, repaired, or a record it rests on is taken back"),
}
ACTIONS: dict[Action, Promise] = {
    Action.CONFIRM_TRANSCRIPTION: _("Confirming a transcription"),
    Action.CORRECT_RECORD: _("Correcting a record"),
    Action.WITHDRAW_RECORD: _("Taking back a record"),
    Action.DISMISS_ERROR: _("Saying that a record is right after all"),
    Action.TAKE_REPAIR_RESULT: _("Taking the result of a repair decided elsewhere"),
    Action.CORRECT_REGISTRATION: _("Correcting the base registration"),
    Action.DECIDE: _("Deciding on a designation"),
    Action.REVOKE_DESIGNATION: _("Revoking a designation"),
    Action.EXTEND_OBJECTION: _("Extending the time to verify an objection"),
    Action.DECIDE_OBJECTION: _("Deciding on an objection"),
    Action.DECIDE_REPAIR: _("Deciding on a repair"),
    Action.REVOKE_REPAIR: _("Revoking a repair"),
    Action.APPROVE_REMOVAL: _("Approving the destruction of contents"),
    Action.DECIDE_ENDING: _("Deciding on the announced end of an advantage"),
    Action.END_ORDERED_STAY: _("Entering that a stay was lifted"),
    Action.DECIDE_PROCEEDING: _("Entering the outcome of a review or court case"),
    Action.END_SHIELD: _("Entering that a bankruptcy plan was completed or failed"),
    Action.CARRY_OUT: _("Saying how an outcome was carried out"),
    Action.FIND_BROKEN: _("Finding a promise broken"),
    Action.TAKE_BACK_FINDING: _("Taking back a finding on a promise"),
    Action.FOLLOW_BREACH: _("Carrying out what follows from a broken promise"),
    Action.CONFIRM_DISTINCT: _("Confirming that two organisations are not the same"),
    Action.WITHDRAW_DISTINCT: _("Taking back that two organisations are not the same"),
    Action.APPROVE_INSPECTION: _("Approving an inspection plan"),
}
_OPEN = re.compile(r"\{\w+\}")


def life() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each stage, empty for no case yet, with what may happen there and where it then stands."""
    stages: tuple[Stage | None, ...] = (None, *Stage)
    found = ((stage, _moves(stage)) for stage in stages)
    return [(str(stage or ""), moves) for stage, moves in found if moves]


def final() -> list[str]:
    """The stages nothing leads out of."""
    left = {stage for stage, _ in MOVES}
    return [str(stage) for stage in Stage if stage not in left]


def answers() -> list[tuple[str, Promise]]:
    """The five answers, weakest first, and when each is given."""
    return [(str(each), ANSWERS[each]) for each in PRECEDENCE]


def four_eyes() -> list[tuple[str, str]]:
    """What only another person may do than the one who took the step before."""
    return [(str(ACTIONS[each]), str(STEPS_BEFORE[step])) for each, step in OTHER_THAN.items()]


def lint() -> list[tuple[str, str, str]]:
    """Every rule a version is checked by: code, what is wrong, what to do; values are left open."""
    found = sorted(PackProblem.__subclasses__(), key=lambda each: each.__name__)
    return [
        (each.__name__, _left_open(gettext(each.template())), _left_open(gettext(each.cure)))
        for each in found
    ]


def _moves(stage: Stage | None) -> list[tuple[str, str]]:
    return [(str(STEPS[step]), str(after)) for (at, step), after in MOVES.items() if at is stage]


def _left_open(sentence: str) -> str:
    return _OPEN.sub("…", sentence)
