"""How what was typed is compared with what is kept: width, case, spaces and brackets do not matter."""

import unicodedata

from django.db.models import Func, TextField

#: Round ones stand for all; NFKC has made full-width ones narrow before.
BRACKETS, ROUND = "〔〕【】[]", "()()()"
_ROUNDED = str.maketrans(BRACKETS, ROUND)


def folded_document(text: str) -> str:
    """A document's number as it is compared: 岚人社罚［2026］ 1 号 is 岚人社罚(2026)1号."""
    narrow = unicodedata.normalize("NFKC", text).lower()
    return "".join(narrow.split()).translate(_ROUNDED)


class FoldedDocument(Func):
    """The same in PostgreSQL, for an index and for whoever asks it."""

    arity = 1
    output_field = TextField()
    template = (
        r"lower(translate(regexp_replace(normalize(%(expressions)s, NFKC), '\s', '', 'g'),"
        f" '{BRACKETS}', '{ROUND}'))"
    )
