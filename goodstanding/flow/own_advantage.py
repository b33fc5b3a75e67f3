"""What an organisation does about its own advantage: shows it, hides it, gives it up."""

from goodstanding.flow import policy
from goodstanding.flow.bench import Bench, Call, bench_of
from goodstanding.rules.exemplar import own
from goodstanding.rules.proceeding.followed import TAKEN_BACK, followed
from goodstanding.rules.proceeding.shielding import follow
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation


def consent_to_publicity(call: Call, *, case: str) -> None:
    """Strangers may see the advantage from now on, on every door."""
    with bench_of(call, case) as held:
        found = _mine(call, held, case, Action.ARRANGE_PUBLICITY)
        held.append(own.consent_to_publicity(found, on=call.on))


def withdraw_consent(call: Call, *, case: str) -> None:
    """No door shows it any more, from this transaction on; the advantage itself goes on."""
    with bench_of(call, case) as held:
        found = _mine(call, held, case, Action.ARRANGE_PUBLICITY)
        held.append(own.withdraw_consent(found, on=call.on))


def give_up_advantage(call: Call, *, case: str, text: str = "") -> None:
    """The advantage ends today by the organisation's own word; who applies it gets a task to lift."""
    with bench_of(call, case) as held:
        found = _mine(call, held, case, Action.GIVE_UP_ADVANTAGE)
        work = held.set(case)
        acts = own.give_up(found, text=text, work=work, law=held.law, on=call.on)
        held.append([*acts, *followed([case], how=TAKEN_BACK, work=work, on=call.on)])
        held.append(follow(work=held.set(case), law=held.law, on=call.on))


def _mine(call: Call, held: Bench, case: str, action: Action) -> Designation:
    found = held.one(Designation, case)
    policy.require(
        call.actor,
        action,
        department=found.department,
        organisation=found.organisation,
        matter=case,
    )
    return found
