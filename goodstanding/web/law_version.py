"""What every file of a rulebook says about itself: which version, of which days, for whom to use."""

from django.utils.translation import gettext

from goodstanding.catalogue.spans import Span
from goodstanding.web.law_rows import LICENCE
from goodstanding.web.titles import in_language


def about(span: Span) -> list[tuple[str, str]]:
    """Name and value of each fact about a version, in the reader's language."""
    book = span.rulebook
    return [
        (gettext("Rulebook"), f"{in_language(book.title)} ({book.id})"),
        (gettext("Version"), book.version),
        (gettext("Fingerprint"), f"sha256:{book.digest}"),
        (gettext("In force from"), span.first.isoformat()),
        (gettext("In force until"), _last(span)),
        (gettext("Terms of use"), str(LICENCE)),
    ]


def _last(span: Span) -> str:
    if span.replaced:
        return gettext("on no day: another version took its place")
    return span.last.isoformat() if span.last else gettext("until another version follows")
