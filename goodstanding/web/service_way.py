"""The service of letters on the way of a case, an objection or a repair."""

from django.utils.translation import gettext

from goodstanding.rules.acts.service import TermEnd
from goodstanding.rules.service.state import PublicNotice, Served, Service
from goodstanding.rules.service.terms import settled
from goodstanding.rules.service.waiting import Matter
from goodstanding.web.dates import full
from goodstanding.web.visit import Visit
from goodstanding.web.way_points import Point, done
from goodstanding.web.wording import FAILURES, LETTERS, METHODS, WITNESSES


def service_points(visit: Visit, matter: Matter, *, letters: tuple[str, ...] = ()) -> list[Point]:
    """What was done to serve each letter, or these letters, in the order of its acts."""
    return [
        point
        for each in matter.services or ()
        if not letters or each.letter in letters
        for point in _of(visit, each)
    ]


def _of(visit: Visit, service: Service) -> list[Point]:
    letter = str(LETTERS.get(service.letter, service.letter))
    found = [
        done(
            each.on,
            gettext("Service failed"),
            _lines(
                letter,
                str(FAILURES.get(each.reason, each.reason)),
                delivered(each.method, each.proof),
            ),
        )
        for each in service.attempts
    ]
    if service.public:
        found.append(_announced(visit, letter, service.public))
    if service.served:
        found.append(_served(visit, letter, service.served))
    return found


def _announced(visit: Visit, letter: str, public: PublicNotice) -> Point:
    counts = gettext("Counts as served once this day is over: {day}")
    until = until_words(visit, public.ends)
    return done(
        public.on,
        gettext("Public notice put up"),
        _lines(letter, public.document, counts.format(day=until)),
    )


def _served(visit: Visit, letter: str, served: Served) -> Point:
    how = delivered(served.method, served.proof, served.witness, served.consent, served.through)
    return done(served.on, gettext("Served"), _lines(letter, how, *remedy_lines(visit, served)))


def remedy_lines(visit: Visit, served: Served) -> list[str]:
    """Until when each remedy is open."""
    words = (
        (gettext("Administrative reconsideration until {day}"), served.reconsideration),
        (gettext("Court until {day}"), served.court),
    )
    return [text.format(day=until_words(visit, end)) for text, end in words if end]


def until_words(visit: Visit, end: TermEnd) -> str:
    """The last day in words; not before one, while the calendar of a year is missing."""
    due = settled(end, visit.law) if visit.law else end
    if due.due:
        return full(due.due)
    return gettext("not before {day}").format(day=full(due.not_before)) if due.not_before else "—"


def delivered(method: str, proof: str, *besides: str) -> str:
    """How something was served, in one line; a witness by role."""
    words = (str(WITNESSES.get(each, each)) for each in besides if each)
    return gettext(", ").join((str(METHODS.get(method, method)), proof, *words))


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))
