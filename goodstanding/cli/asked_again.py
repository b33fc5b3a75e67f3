"""Past checks asked again under a version of the law, in lines."""

from goodstanding.rules.replay.flip import Flip
from goodstanding.rules.replay.summary import Flipped, Replayed, Share


def words(told: Replayed) -> list[str]:
    """How many answers flip either way; then by answer with examples, procedure and department."""
    return [
        f"{told.checks} checks since {told.since} about {told.organisations} organisations, asked"
        f" again of the facts known then as if the rules of {told.on} had been the law:"
        f" {told.stricter} stricter, {told.more_favourable} more favourable",
        *(line for each in told.flips for line in _flipped(each)),
        *_shares("procedures", told.procedures),
        *_shares("departments", told.departments),
        *(f"  refused by the version, {code}: {n}" for code, n in told.refused.items()),
        *([f"  {told.unlike} receipts say otherwise than asking again"] if told.unlike else []),
    ]


def _flipped(each: Flipped) -> list[str]:
    return [
        f"  {each.was} → {each.now}: {each.count} ({each.direction})",
        *(f"    {rule.count} by {rule.rule}: {rule.because}" for rule in each.rules),
        *(f"      {_example(flip)}" for flip in each.examples),
    ]


def _example(flip: Flip) -> str:
    cited = "; ".join(f"{x.instrument} art. {x.article}" for x in flip.differing.citations)
    told = f"{flip.organisation} {flip.procedure} on {flip.on} ({flip.department})"
    return f"{flip.receipt} {told}: {flip.differing.rule}" + (f", {cited}" if cited else "")


def _shares(of: str, shares: tuple[Share, ...]) -> list[str]:
    told = (f"{x.id} +{x.stricter}/-{x.more_favourable}" for x in shares)
    return [f"  {of} (stricter/more favourable): {', '.join(told)}"] if shares else []
