"""The corrections of a record: each with its day, its reason, and values before and after."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts.envelope import Act, Decided
from goodstanding.rules.acts.record import RecordCorrectedV1, RecordCorrectedV2, RecordEnteredV1
from goodstanding.rules.receiving import SEPARATOR
from goodstanding.rules.record_cells import PARTY, SOURCES

Values = dict[str, str]


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """One value, by name, as it was and as it is; empty where there was or is none."""

    name: str
    before: str
    after: str


class Corrected(msgspec.Struct, frozen=True, kw_only=True):
    """One correction: when, why, and what it changed."""

    on: date
    reasons: str
    changed: tuple[Changed, ...]


def corrections(acts: Sequence[Act]) -> list[Corrected]:
    """The corrections of one record, oldest first.

    ``acts``: its entry and corrections in order, with content; of removed content nothing is told.
    """
    found: list[Corrected] = []
    held: Values = {}
    names: tuple[str, ...] = ()
    for act in acts:
        if isinstance(act.effect, RecordEnteredV1):
            names = names_of(act.effect.record_kind)
        values = values_after(act, held)
        if not isinstance(act.effect, RecordEnteredV1):
            reasons = act.content.get("reasons", "")
            on, changed = act.header.effective_on, differing(names, held, values)
            found.append(Corrected(on=on, reasons=reasons, changed=changed))
        held = values
    return found


def names_of(kind: str) -> tuple[str, ...]:
    """The values of a kind of record that may differ after a correction, by name."""
    return tuple(name for name in SOURCES.get(kind, {}).values() if name not in PARTY)


def values_after(act: Act | Decided, held: Mapping[str, str]) -> Values:
    """The values by name once an act holds; ``held``: those before it."""
    match act.effect:
        case RecordEnteredV1() | RecordCorrectedV2() as effect:
            return {
                **act.content,
                "document": effect.document,
                "decided_on": effect.decided_on.isoformat(),
                "authority": effect.authority,
                "authority_code": effect.natural_key.split(SEPARATOR)[0],
            }
        case RecordCorrectedV1() as effect:
            day = effect.decided_on.isoformat()
            return {**held, "document": effect.document, "decided_on": day}
        case _:
            return dict(held)


def differing(
    names: Sequence[str], before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[Changed, ...]:
    """The values that are not the same before and after."""
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in dict.fromkeys(names))
    return tuple(Changed(name=n, before=old, after=new) for n, old, new in pairs if old != new)
