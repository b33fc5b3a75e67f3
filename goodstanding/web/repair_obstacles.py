"""Why a step of a repair would be refused, told before it is tried: the same rules, asked early."""

from collections.abc import Sequence

from goodstanding.rules.errors import Refusal
from goodstanding.rules.repair import decide, file, revoke
from goodstanding.rules.repair.plan import plan
from goodstanding.rules.states import Designation, Record, Repair
from goodstanding.web.obstacles import Obstacles
from goodstanding.web.subjects import Subject
from goodstanding.web.visit import Visit


def applying(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """What would refuse an application today, whatever day its last duty was performed on."""
    target = subject.state
    assert isinstance(target, Record | Designation)
    if visit.law is None or target.decided_on is None:
        return []
    return plan(target, work=subject.work, law=visit.law, on=visit.today).against


def at(*stages: str) -> Obstacles:
    """The application must stand at one of these stages."""

    def found(visit: Visit, subject: Subject) -> Sequence[Refusal]:
        return file.stage_refusals(_repair(subject), *stages)

    return found


def asking_papers(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Once only."""
    return file.asking_refusals(_repair(subject))


def extending(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Once only, and where the rule knows an extension."""
    repair = _repair(subject)
    if visit.law is None:
        return []
    return decide.extension_refusals(repair, visit.law.rulebook.repair(repair.rule))


def notifying(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only what was granted, and once."""
    return revoke.notice_refusals(_repair(subject))


def answering(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only after the notice, and once."""
    return revoke.answer_refusals(_repair(subject))


def revoking(visit: Visit, subject: Subject) -> Sequence[Refusal]:
    """Only after notice, and after the window or the answer."""
    if visit.law is None:
        return []
    return revoke.window_refusals(_repair(subject), visit.law, visit.today)


def _repair(subject: Subject) -> Repair:
    assert isinstance(subject.state, Repair)
    return subject.state
