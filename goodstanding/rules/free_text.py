"""What people type into a step is looked at too: no citizen's number enters by a free text."""

from collections.abc import Mapping

import msgspec

from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.errors import Refusal
from goodstanding.rules.persons import IDENTITY_KINDS, IdentityNumberInCell, findings

#: What officers type that an effect keeps; everything else in it is computed or an id.
TYPED = (
    "proof",
    "document",
    "case_number",
    "cited",
    "standard",
    "standard_scope",
    "standard_edition",
)


def texts_about_persons(decided: Decided) -> list[Refusal]:
    """One refusal for every typed text of an act that holds a citizen's identity number."""
    effect: Mapping[str, object] = msgspec.to_builtins(decided.effect)
    typed = {name: str(effect[name]) for name in TYPED if name in effect}
    return numbers_in({**decided.content, **typed})


def numbers_in(texts: Mapping[str, str]) -> list[Refusal]:
    """One refusal for every text, by its name, that holds a citizen's identity number."""
    return [
        IdentityNumberInCell(column=name)
        for name, text in texts.items()
        if any(found.kind in IDENTITY_KINDS for found in findings(text, column=name))
    ]
