"""A department opens a case of a procedure, and closes it."""

from django.db import IntegrityError, transaction

from goodstanding.catalogue.queries import law as law_on
from goodstanding.flow import policy
from goodstanding.flow.bench import Call, new_id
from goodstanding.flow.procedure_cases import hold
from goodstanding.flow.watch import close_all
from goodstanding.procedures.models import CaseStep, ProcedureCase
from goodstanding.procedures.queries import taken
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.free_text import numbers_in
from goodstanding.rules.procuring.refusals import CaseNumberTaken
from goodstanding.rules.procuring.rule import Opening, opened
from goodstanding.rules.procuring.stages import CLOSED
from goodstanding.rules.rights import Action


def open_procedure_case(call: Call, opening: Opening) -> str:
    """Open a case at its first stage, with the rule its own document publishes; returns its id."""
    department = call.actor.department
    policy.require(call.actor, Action.KEEP_PROCEDURE_CASE, department=department or None)
    require_none(numbers_in({"number": opening.number, "document": opening.document}))
    new = opened(opening, rulebook=law_on(on=call.on).rulebook, on=call.on)
    number = opening.number.strip()
    if taken(department=department, procedure=opening.procedure, number=number):
        refuse(CaseNumberTaken(number=number))
    case = ProcedureCase(
        id=new_id("k"),
        department=department,
        procedure=opening.procedure,
        number=number,
        document=opening.document.strip(),
        points={id: str(each) for id, each in new.points.items()},
        stages=list(new.stages),
        stage=new.stages[0],
        opened_by=call.actor.id,
        at=call.at,
    )
    return _kept(call, case)


def _kept(call: Call, case: ProcedureCase) -> str:
    """Two may open one number at once: the constraint lets one of them."""
    try:
        with transaction.atomic(using="default"):
            case.save(force_insert=True)
            CaseStep.objects.create(case=case, stage=case.stage, by=call.actor.id, at=call.at)
    except IntegrityError:
        refuse(CaseNumberTaken(number=case.number))
    return case.id


def close_procedure_case(call: Call, *, case: str) -> None:
    """The case is over: nobody in it is watched any more."""
    with transaction.atomic(using="default"):
        found = hold(call, case).case
        found.closed_on = call.on
        found.save(update_fields=["closed_on"])
        CaseStep.objects.create(case=found, stage=CLOSED, by=call.actor.id, at=call.at)
        close_all(call, procedure=found.procedure, case_number=found.number)
