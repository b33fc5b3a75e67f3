"""Who acts in a story: a department's officer or reviewer, or one of the story's organisations."""

from goodstanding.cli.stories.story import Story
from goodstanding.rules.actors import Actor, Role

CREDIT_OFFICE = "credit-office"


def actor(name: str, story: Story) -> Actor:
    """The actor behind a name: ``department``, ``department/officer``, or an organisation's label.

    A bare department means its officer. ``department/officer-2`` is another officer of it.
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
    post = post or "officer"
    roles = {Role.REVIEWER if post.startswith("reviewer") else Role.OFFICER}
    if department == CREDIT_OFFICE:
        roles.add(Role.CREDIT_OFFICE)
    return Actor(id=f"o-{department}-{post}", department=department, roles=frozenset(roles))
