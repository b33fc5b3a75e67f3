"""May this actor do this here? Every door and every step asks these functions and no other."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from goodstanding.rules.actors import Actor
from goodstanding.rules.errors import Forbidden, Refusal
from goodstanding.rules.rights import OTHER_THAN, RIGHTS, STEPS, Action, Right, Where

T = TypeVar("T")


class SignInNeeded(Forbidden):
    """Sign in first: strangers see only what is public."""


class RoleMissing(Forbidden):
    """This is for another role: {roles}."""


class OtherDepartment(Forbidden):
    """This belongs to another department ({department}), not to yours."""


class NotRepresented(Forbidden):
    """You have no power to act for the organisation {organisation} in this."""


class NotTheRecipient(Forbidden):
    """This was told to somebody else, who alone answers for it."""


class ScopeMissing(Forbidden):
    """This client of the API has not been granted the scope {scope}."""


class SamePersonTwice(Forbidden):
    """Four eyes: who took the step {step} cannot also take this one."""


class Recused(Forbidden):
    """You declared a conflict of interest in this matter and take no step in it. A colleague of your
    department with the same role does."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """What the action touches; a bound that the caller does not name is never met."""

    department: str | None
    organisation: str | None
    recipient: str | None


def permitted(
    actor: Actor,
    action: Action,
    *,
    department: str | None = None,
    organisation: str | None = None,
    recipient: str | None = None,
    matter: str | None = None,
) -> tuple[Refusal, ...]:
    """Nothing if one right of the table allows the action here, otherwise every obstacle.

    ``department`` owns the record, case, task or objection; ``organisation`` is the code of the
    organisation concerned; ``recipient`` is whom a receipt or recall was told (`Actor.recipient`).
    One that is left out is met by no right that is bound to it. ``matter`` is the id of the case,
    record, objection or measure a step is taken on; a declared conflict of interest in it or in the
    organisation is an obstacle too (`rules.rights.STEPS`).
    """
    held = tuple(right for right in RIGHTS[action] if right.role in actor.roles)
    if not held:
        return (_role_missing(actor, action),)
    place = Place(department=department, organisation=organisation, recipient=recipient)
    obstacles = [_obstacles(actor, right, place) for right in held]
    recused = recused_from(actor, action, organisation, matter)
    if any(not found for found in obstacles):
        return recused
    return _once(refusal for found in obstacles for refusal in found) + recused


def recused_from(actor: Actor, action: Action, *about: str | None) -> tuple[Refusal, ...]:
    """Whether a declared conflict of interest keeps the actor from a step about any of these."""
    return (Recused(),) if action in STEPS and actor.recused & set(about) else ()


def allowed(
    actor: Actor,
    action: Action,
    *,
    department: str | None = None,
    organisation: str | None = None,
    recipient: str | None = None,
) -> bool:
    """Whether `permitted` finds no obstacle."""
    return not permitted(
        actor, action, department=department, organisation=organisation, recipient=recipient
    )


def ever_permitted(actor: Actor, action: Action) -> bool:
    """Whether the action could be permitted somewhere: for menus, never for access."""
    return any(
        right.role in actor.roles and not _scope_obstacles(actor, right) for right in RIGHTS[action]
    )


def other_person(actor: Actor, *, than: str, step: str) -> tuple[Refusal, ...]:
    """Four eyes: ``actor`` must be another person than ``than`` (an actor id), who did ``step``."""
    return (SamePersonTwice(step=step),) if actor.id == than else ()


def second_person(actor: Actor, action: Action, *, first: str) -> tuple[Refusal, ...]:
    """Four eyes by the table: for an action that needs them, ``first`` did the step before it."""
    step = OTHER_THAN.get(action)
    return other_person(actor, than=first, step=step) if step else ()


def _role_missing(actor: Actor, action: Action) -> Refusal:
    if not actor.signed_in:
        return SignInNeeded()
    return RoleMissing(roles=_once(right.role.value for right in RIGHTS[action]))


def _obstacles(actor: Actor, right: Right, place: Place) -> tuple[Refusal, ...]:
    return _scope_obstacles(actor, right) + _place_obstacles(actor, right, place)


def _scope_obstacles(actor: Actor, right: Right) -> tuple[Refusal, ...]:
    if right.scope is None or right.scope in actor.scopes:
        return ()
    return (ScopeMissing(scope=right.scope.value),)


def _place_obstacles(actor: Actor, right: Right, place: Place) -> tuple[Refusal, ...]:
    match right.where:
        case Where.ANYWHERE:
            return ()
        case Where.OWN_DEPARTMENT:
            own = bool(actor.department) and actor.department == place.department
            return () if own else (OtherDepartment(department=place.department or "?"),)
        case Where.OWN_ORGANISATION:
            own = place.organisation is not None and _acts_for(actor, right, place.organisation)
            return () if own else (NotRepresented(organisation=place.organisation or "?"),)
        case Where.OWN_RECEIPTS:
            own = actor.recipient == place.recipient
            return () if own else (NotTheRecipient(),)


def _acts_for(actor: Actor, right: Right, organisation: str) -> bool:
    if right.power is None:
        return organisation in actor.represents
    return actor.acts_for(organisation, power=right.power)


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
