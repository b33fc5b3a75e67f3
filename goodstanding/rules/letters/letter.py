"""A letter as data: the head every letter bears, and what it says; no sentence, no person's name."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from goodstanding.rules.acts.envelope import Act, Content
from goodstanding.rules.law import Law
from goodstanding.rules.letters.words import Language, Words
from goodstanding.rules.states import Organisation
from goodstanding.rules.working_set import WorkingSet


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """One letter in one language.

    ``kind``: which letter, also the name of its template; ``number``: of the document, empty where
    it has none; ``reference``: the id of the matter; ``on``: its day, none while a notice waits to
    be served; ``made_on``: the day of its act, which the file bears; ``position``, ``digest``: that
    act and the first signs of its place in the chain; ``said``: what this kind of letter says.
    """

    kind: str
    language: Language
    department: str
    number: str
    reference: str
    addressee: str
    code: str
    on: date | None
    made_on: date
    position: int
    said: msgspec.Struct
    digest: str = ""


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """A check that was answered to the organisation's disadvantage on what then proved wrong."""

    department: str
    procedure: str
    case_number: str
    asked_on: date


class Papers(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter is written from: everything as it was known when its act was recorded.

    ``acts``: of the matter itself, with content; ``texts``: what the records behind it say, by
    position; ``law``: the rulebook of the act, with every calendar known by now; ``told``: who had
    received it; ``asked``: what is to be asked again. The last two only where a letter tells of them.
    """

    work: WorkingSet
    acts: Sequence[Act]
    texts: Mapping[int, Content]
    law: Law
    language: Language
    told: Sequence[str] = ()
    asked: Sequence[Refused] = ()

    @property
    def act(self) -> Act:
        """The act the letter rests on: the last there was then."""
        return self.acts[-1]

    @property
    def words(self) -> Words:
        """The catalogue in the language of the letter."""
        return Words(self.law.rulebook, self.language)

    def text(self, kind: str, name: str) -> str:
        """A text of the last act of a kind (without version) about the matter; empty if none."""
        found = (a for a in reversed(self.acts) if a.header.kind.partition("/")[0] == kind)
        return next((act.content.get(name, "") for act in found), "")

    def letter(
        self,
        kind: str,
        *,
        department: str,
        number: str,
        said: msgspec.Struct,
        on: date | None,
    ) -> Letter:
        """The letter with its head; ``on``: its day, none while it is not served yet."""
        header = self.act.header
        named = self.work.find(Organisation, header.stream)
        return Letter(
            kind=kind,
            language=self.language,
            department=self.words.body(department, on or header.effective_on),
            number=number,
            reference=header.aggregate,
            addressee=named.name if named else header.stream,
            code=header.stream,
            on=on,
            made_on=on or header.effective_on,
            position=header.position,
            said=said,
        )
