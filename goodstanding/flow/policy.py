"""The question every step begins with: may this actor do this here?"""

from goodstanding.rules.actors import Actor
from goodstanding.rules.errors import require_none
from goodstanding.rules.policy import permitted, second_person
from goodstanding.rules.rights import OTHER_THAN, Action


def require(
    actor: Actor,
    action: Action,
    *,
    department: str | None = None,
    organisation: str | None = None,
    recipient: str | None = None,
    first: str | None = None,
    matter: str | None = None,
) -> None:
    """Go on only if the table of rights allows it and four eyes are kept where they must be.

    Arguments as for `rules.policy.permitted`; ``first`` is the id of the actor who took the step
    that this one answers (`rules.rights.OTHER_THAN`) and must be named for such an action: a caller
    that forgets it gets a `TypeError`, never a silent yes. Raises `Refused` with every obstacle.
    """
    if action in OTHER_THAN and first is None:
        raise TypeError(f"{action} needs four eyes: name who took the step {OTHER_THAN[action]}")
    found = permitted(
        actor,
        action,
        department=department,
        organisation=organisation,
        recipient=recipient,
        matter=matter,
    )
    require_none(found + second_person(actor, action, first=first or ""))
