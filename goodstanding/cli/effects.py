"""An effect as a command tells it: what, on which decision, by which law, until when, the way back."""

from typing import Any

import msgspec

from goodstanding.rules.acts.values import Basis
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.condition.leaving import ground_title, way_back_of
from goodstanding.rules.effects import Effect


def effect_document(effect: Effect, rulebook: Rulebook) -> dict[str, Any]:
    """An effect with the titles of the catalogue and the way back of its ground."""
    measure = rulebook.measure(effect.measure)
    plain = msgspec.to_builtins(effect)
    return {
        **plain,
        "title": msgspec.to_builtins(measure.title),
        "ground_title": msgspec.to_builtins(ground_title(effect, rulebook)),
        "basis": [_basis(each, rulebook) for each in effect.basis],
        "way_back": msgspec.to_builtins(way_back_of(effect, rulebook)),
    }


def effect_words(told: dict[str, Any]) -> list[str]:
    """The same in words."""
    decision = told["decision"]
    named = f"{decision['authority']} {decision['document']}, {decision['decided_on']}; "
    by = named if decision["designation"] else ""
    cited = "; ".join(each["title"]["zh"] for each in told["basis"])
    return [
        f"  {told['force']}: {told['title']['zh']} ({told['measure']} @ {told['department']})",
        f"    {told['first_day']} – {told['last_day']}; {told['ground_title']['zh']}",
        f"    {by}{cited}",
        f"    {told['way_back']['what']['zh']}",
    ]


def _basis(basis: Basis, rulebook: Rulebook) -> dict[str, Any]:
    instrument = rulebook.instrument(basis.instrument)
    title = {
        "zh": f"《{instrument.title.zh}》第{basis.article}条",
        "en": f"{instrument.title.en}, art. {basis.article}",
    }
    return {"instrument": basis.instrument, "article": basis.article, "title": title}
