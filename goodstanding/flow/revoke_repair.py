"""A repair got by false papers or a broken commitment is revoked: after notice, by another person."""

from datetime import date

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of
from goodstanding.register.reading import states
from goodstanding.rules.proceeding.shielding import follow
from goodstanding.rules.repair import revoke as revoking
from goodstanding.rules.repair.kept_ended import ended_by
from goodstanding.rules.repair.state import Repair
from goodstanding.rules.rights import Action
from goodstanding.rules.service.evidence import Delivery
from goodstanding.rules.states import Measure


def notify_revocation(
    call: Call,
    *,
    repair: str,
    ground: str,
    facts: str,
    method: str,
    proof: str,
    served_on: date | None = None,
    witness: str = "",
    consent: str = "",
    through: str = "",
) -> None:
    """Tell the organisation that its repair shall be revoked, and on what; today if no day is said."""
    delivery = Delivery(
        served_on=served_on or call.on,
        method=method,
        proof=proof,
        witness=witness,
        consent=consent,
        through=through,
    )
    with bench_of(call, repair) as held:
        found = _allowed(call, held, repair, Action.NOTIFY_REVOCATION)
        acts = revoking.notify(
            found, delivery, ground=ground, facts=facts, law=held.law, on=call.on
        )
        held.append(acts)


def answer_revocation(call: Call, *, repair: str, text: str, waived: bool = False) -> None:
    """The organisation states its case, or waives its statement in writing."""
    with bench_of(call, repair) as held:
        found = _allowed(call, held, repair, Action.FILE_REPAIR)
        held.append(revoking.answer(found, text=text, waived=waived, on=call.on))


def revoke_repair(call: Call, *, repair: str, reasons: str) -> None:
    """From today what the repair ended counts again, for the rest of its term."""
    with bench_of(call, repair) as held:
        found = _allowed(call, held, repair, Action.REVOKE_REPAIR)
        ended = ended_by(found, states(held.stream).values())
        cases = {case.id for case in ended}
        under = _measures_under(cases, held.stream)
        work = held.set(repair, found.target, *cases, *(each.id for each in under))
        acts = revoking.revoke(
            found, reasons=reasons, ended=ended, work=work, law=held.law, on=call.on
        )
        held.append(acts)
        held.append(follow(work=held.set(repair), law=held.law, on=call.on))


def _allowed(call: Call, held: Bench, repair: str, action: Action) -> Repair:
    found = held.one(Repair, repair)
    policy.require(
        call.actor,
        action,
        department=found.department,
        organisation=found.organisation,
        first=found.revocation.notified_by if found.revocation else "",
        matter=repair,
    )
    return found


def _measures_under(cases: set[str], stream: str) -> list[Measure]:
    measures = [each for each in states(stream).values() if isinstance(each, Measure)]
    return [m for m in measures if cases & {resting.designation for resting in m.rests_on}]
