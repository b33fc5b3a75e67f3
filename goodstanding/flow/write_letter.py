"""A letter is written from the acts, for its organisation and for the department it comes from."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from goodstanding.catalogue.queries import calendar, law_of
from goodstanding.disclosure.queries import recipients
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.flow.reopen import reopenings
from goodstanding.register.reading import acts, acts_at, content, leaf, stream_of
from goodstanding.register.sequence import TICK
from goodstanding.rules.acts.envelope import Act, Header
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.evolve import fold
from goodstanding.rules.letters.kinds import Kind, Reader, kind_of
from goodstanding.rules.letters.letter import Letter, Papers, Refused
from goodstanding.rules.letters.words import Language
from goodstanding.rules.periods import local_day
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Designation, Objection, Record, Repair
from goodstanding.rules.working_set import AggregateUnknown, WorkingSet

#: So many signs of an act's leaf are printed: enough to tell two acts apart, short enough to read out.
_SIGNS = 16
#: Letters that say who had received what was put right, and which say where to ask again.
_TELL, _AGAIN = ("correction", "withdrawal"), ("ask-again",)
Matter = Designation | Objection | Repair | Record


class _Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which letter about what, in which language."""

    letter: str
    kind: Kind
    of: str
    language: Language


def write_letter(call: Call, *, letter: str, of: str, language: Language) -> Letter:
    """The letter about a matter as it was when its act was recorded; later acts do not change it.

    Args:
        letter: which one, as in `rules.letters.kinds`.
        of: the id of the case, objection, repair or record.
        language: the one language it is written in.

    Raises:
        Refused: it is not due yet, or is another's.
    """
    asked = _Asked(letter=letter, kind=kind_of(letter), of=of, language=language)
    stream = stream_of(of) or refuse(AggregateUnknown(id=of))
    told = acts(stream)
    found = _matter(WorkingSet(fold(told)), asked)
    policy.require(
        call.actor,
        Action.READ_LETTER,
        department=found.department,
        organisation=found.organisation,
    )
    serving = allowed(call.actor, Action.READ_LETTER, department=found.department)
    require_none(asked.kind.refusals(found, Reader(serving=serving, on=call.on)))
    papers = _papers(call, asked, told)
    written = asked.kind.write(papers, _matter(papers.work, asked))
    return replace(written, digest=leaf(written.position).hex()[:_SIGNS])


def _matter(work: WorkingSet, asked: _Asked) -> Matter:
    found = work.states.get(asked.of)
    if not isinstance(found, asked.kind.of):
        refuse(AggregateUnknown(id=asked.of))
    assert isinstance(found, Matter)
    return found


def _papers(call: Call, asked: _Asked, told: list[Act]) -> Papers:
    """What was known once everything that came with the letter's act was recorded."""
    about = [act for act in told if act.header.aggregate == asked.of]
    last = asked.kind.rests_on(about).header
    until = told[-1].header.position if asked.kind.moves else _last_of_the_step(told, last)
    work = WorkingSet(fold(act for act in told if act.header.position <= until))
    said = acts_at(a.header.position for a in about if a.header.position <= last.position)
    return Papers(
        work=work,
        acts=tuple(said[each] for each in sorted(said)),
        texts=content(each.version.position for each in work.all(Record)),
        law=law_of(rulebook=last.rulebook, calendar=calendar().id),
        language=asked.language,
        told=recipients(record=asked.of) if asked.letter in _TELL else (),
        asked=_again(call, last.stream, asked.of) if asked.letter in _AGAIN else (),
    )


def _last_of_the_step(told: list[Act], first: Header) -> int:
    """The position of the last act one step recorded: each a tick after the one before it."""
    last = first
    for header in (act.header for act in told):
        follows = header.position == last.position + 1 and header.by == last.by
        if follows and header.recorded_at == last.recorded_at + TICK:
            last = header
    return last.position


def _again(call: Call, organisation: str, of: str) -> Sequence[Refused]:
    """What was refused on it and would now be answered more favourably, not yet looked at again."""
    found = reopenings(today=call.on, organisation=organisation)
    return [
        Refused(
            department=each.department or each.recipient,
            procedure=each.procedure,
            case_number=each.case_number,
            asked_on=local_day(each.asked_at),
        )
        for each in found
        if each.record == of and not each.outcome
    ]
