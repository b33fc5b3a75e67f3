"""Who acts in a story: a department's officer or reviewer, or one of the story's organisations."""

from goodstanding.cli.stories.story import Story
from goodstanding.rules.actors import Actor, Role

CREDIT_OFFICE = "credit-office"


def actor(name: str, story: Story) -> Actor:
    """The actor behind a name: ``department``, ``department/officer``, or an organisation's label.

    A bare department means its officer. ``department/officer-2`` is another officer of it;
    ``label/desk`` somebody of the institution that the organisation of that label is.
    """
    if name in story.organisations:
        code = story.organisations[name]["code"]
        return Actor(
            id=f"o-{name}",
            roles=frozenset({Role.REPRESENTATIVE}),
            represents=frozenset({code}),
        )
    if name == "auditor":
        return Actor(id="o-auditor", roles=frozenset({Role.AUDITOR}))
    department, _, post = name.partition("/")
    if department in story.organisations:
        return _of_institution(name, story.organisations[department]["code"])
    post = post or "officer"
    roles = {Role.REVIEWER if post.startswith("reviewer") else Role.OFFICER}
    if department == CREDIT_OFFICE:
        roles.add(Role.CREDIT_OFFICE)
    return Actor(id=f"o-{department}-{post}", department=department, roles=frozenset(roles))


def _of_institution(name: str, code: str) -> Actor:
    id = f"o-{name.replace('/', '-')}"
    return Actor(id=id, roles=frozenset({Role.INSTITUTION}), institution=code)
