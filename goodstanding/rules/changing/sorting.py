"""The cells of a row that changes a record: which record it names, what it asks, what is guarded."""

from collections.abc import Mapping

import msgspec

from goodstanding.rules.cell_values import SAYS_NOTHING, comparable
from goodstanding.rules.changing import columns
from goodstanding.rules.changing.columns import AUTHORITY, CODE, DOCUMENT, KEY
from goodstanding.rules.errors import Refusal
from goodstanding.rules.identifiers import normalise
from goodstanding.rules.official_columns import BY_NAME, Keep, plain
from goodstanding.rules.receiving import SEPARATOR
from goodstanding.rules.record_cells import SOURCES

#: The kinds whose natural key has the kind in it, and the others.
PREFIXES = ("", "AO:", "SL:", "HO:", "CP:", "IR:", "CM:")
_NAMES = {code: name for names in SOURCES.values() for code, name in names.items()}


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A row in its parts; ``own`` by field code, ``values`` and ``strangers`` by the sender's header.

    ``headers``: the sender's header of each field code; ``flaws`` of the columns that count.
    """

    row: int
    own: dict[str, str]
    values: dict[str, str]
    strangers: dict[str, str]
    headers: dict[str, str]
    flaws: dict[str, Refusal]

    @property
    def empty(self) -> bool:
        """Whether nobody wrote anything into the row but our own report."""
        return not (self.own or self.values or self.strangers or self.flaws)

    @property
    def named(self) -> bool:
        """Whether subject, authority and document are all there."""
        return all(code in self.own for code in KEY)

    @property
    def by_document(self) -> tuple[str, str] | None:
        """Subject and document, as they are compared, where the authority is left out."""
        if AUTHORITY in self.own or CODE not in self.own or DOCUMENT not in self.own:
            return None
        return normalise(self.own[CODE]), comparable(self.own[DOCUMENT])

    def keys(self, **instead: str) -> list[str]:
        """The natural keys that the row may mean; ``instead``: authority or document to be."""
        own = {**self.own, **instead}
        if not all(own.get(code) for code in KEY):
            return []
        document = comparable(own[DOCUMENT])
        ends = (normalise(own[AUTHORITY]), normalise(own[CODE]))
        return [SEPARATOR.join((ends[0], f"{prefix}{document}", ends[1])) for prefix in PREFIXES]

    def keys_after(self) -> list[str]:
        """The natural keys that the record has once it is corrected as the row asks."""
        instead: dict[str, str] = {}
        for header, text in self.values.items():
            names = {_NAMES.get(code) for code in _codes(header)}
            instead |= {DOCUMENT: text} if "document" in names else {}
            instead |= {AUTHORITY: text} if "authority_code" in names else {}
        return self.keys(**instead) if instead else []


def asked(cells: Mapping[str, str], flaws: Mapping[str, Refusal], *, kind: str, row: int) -> Asked:
    """The cells of a row by what becomes of them; a column about a person is left behind here."""
    own: dict[str, str] = {}
    values: dict[str, str] = {}
    strangers: dict[str, str] = {}
    headers: dict[str, str] = {}
    for header, text in cells.items():
        column = columns.own_column(header, kind=kind)
        if columns.personal(header) or (column and column.keep is Keep.REPORT):
            continue
        if column:
            headers[column.code] = header
            own |= {} if text in SAYS_NOTHING else {column.code: text.strip()}
        elif columns.known(header, kind=kind):
            headers |= dict.fromkeys(_codes(header), header)
            values |= {header: text} if text.strip() else {}
        else:
            strangers[header] = text
    known = {h: f for h, f in flaws.items() if columns.known(h, kind=kind)}
    known = {h: f for h, f in known.items() if not columns.personal(h)}
    return Asked(row=row, own=own, values=values, strangers=strangers, headers=headers, flaws=known)


def _codes(header: str) -> list[str]:
    """The field codes that a header may mean, one by each kind of record."""
    found = (by_name.get(plain(header)) for by_name in BY_NAME.values())
    return [column.code for column in found if column]
