"""A letter is written from the acts, for its organisation and for the department it comes from."""

from msgspec.structs import replace

from goodstanding.catalogue.queries import calendar, law_of
from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.register.reading import acts, acts_at, content, leaf, stream_of
from goodstanding.register.sequence import TICK
from goodstanding.rules.acts.envelope import Act, Header
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.evolve import fold
from goodstanding.rules.letters.kinds import Kind, kind_of
from goodstanding.rules.letters.letter import Letter, Papers
from goodstanding.rules.letters.words import Language
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.states import Record
from goodstanding.rules.working_set import AggregateUnknown, WorkingSet

#: So many signs of an act's leaf are printed: enough to tell two acts apart, short enough to read out.
_SIGNS = 16


def write_letter(call: Call, *, letter: str, of: str, language: Language) -> Letter:
    """The letter about a matter as it was when its act was recorded; later acts do not change it.

    Args:
        letter: which one, as in `rules.letters.kinds`.
        of: the id of the case, objection, repair or record.
        language: the one language it is written in.

    Raises:
        Refused: it is not due yet, or is another's.
    """
    kind = kind_of(letter)
    stream = stream_of(of) or refuse(AggregateUnknown(id=of))
    told = acts(stream)
    found = WorkingSet(fold(told)).one(kind.of, of)
    place = {"department": found.department, "organisation": found.organisation}
    policy.require(call.actor, Action.READ_LETTER, **place)
    serving = allowed(call.actor, Action.READ_LETTER, department=found.department)
    require_none(kind.refusals(found, serving))
    papers = _papers(kind, told, of, language)
    written = kind.write(papers, papers.work.one(kind.of, of))
    return replace(written, digest=leaf(written.position).hex()[:_SIGNS])


def _papers(kind: Kind, told: list[Act], of: str, language: Language) -> Papers:
    """What was known once everything that came with the letter's act was recorded."""
    last = kind.rests_on([act for act in told if act.header.aggregate == of]).header
    until = _last_of_the_step(told, last)
    work = WorkingSet(fold(act for act in told if act.header.position <= until))
    about = [a.header.position for a in told if a.header.aggregate == of]
    said = acts_at(each for each in about if each <= last.position)
    return Papers(
        work=work,
        acts=tuple(said[each] for each in sorted(said)),
        texts=content(each.version.position for each in work.all(Record)),
        law=law_of(rulebook=last.rulebook, calendar=calendar().id),
        language=language,
    )


def _last_of_the_step(told: list[Act], first: Header) -> int:
    """The position of the last act one step recorded: each a tick after the one before it."""
    last = first
    for header in (act.header for act in told):
        follows = header.position == last.position + 1 and header.by == last.by
        if follows and header.recorded_at == last.recorded_at + TICK:
            last = header
    return last.position
