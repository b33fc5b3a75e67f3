"""The cases of the city: one of every state there is, and of the common ones several."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from random import Random

from goodstanding.cli.demo import cases, remedied
from goodstanding.cli.demo.city import City
from goodstanding.cli.demo.days import at
from goodstanding.cli.demo.names import Organisation
from goodstanding.cli.demo.stage import Plot
from goodstanding.cli.demo.taken_back import corrected, dismissed, revoked, stayed, withdrawn
from goodstanding.flow.answers import Question
from goodstanding.flow.enquire import ask
from goodstanding.flow.witness import note_read

Telling = Callable[[City, Organisation, str, int], Plot]
PLENTY = 60
#: How many organisations something happens to; the last few send the file with problems.
CHARACTERS = 130
ASKING = {
    "public-resources-trading": "tender",
    "finance": "procurement",
    "science-industry": "grant",
    "market-regulation": "licence",
    "credit-office": "honour",
}


def only_proposed(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """Proposed, notice still to be served."""
    yield from cases.proposed(city, whose, ground, city.days.ago(3 + n))


def window_running(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """Notified; the organisation may still state its case."""
    yield from cases.notified(city, whose, ground, city.days.ago(5 + n % 3))


def statement_in(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """The organisation has stated its case."""
    case = yield from cases.notified(city, whose, ground, city.days.ago(8 + n % 2))
    yield from cases.stated(city, case)


def awaiting_decision(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """The window is over; the reviewer has to decide."""
    case = yield from cases.notified(city, whose, ground, city.days.loaded(25 + n))
    yield from cases.stated(city, case)


def hearing_asked(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """A hearing was asked for in time and must be held."""
    case = yield from cases.notified(city, whose, ground, city.days.ago(11 + n))
    yield from cases.heard(city, case, held=False)


def hearing_held(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """A hearing was held; the listing answers the statement."""
    case = yield from cases.notified(city, whose, ground, city.days.ago(80 + n))
    case = yield from cases.stated(city, case)
    case = yield from cases.heard(city, case, held=True)
    case = yield from cases.decided(city, case, answer="整改不改变违法事实，陈述不予采纳。")
    yield from cases.responded(city, case)


def dropped(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """The reviewer does not list."""
    case = yield from cases.notified(city, whose, ground, city.days.ago(60 + 3 * n))
    case = yield from cases.stated(city, case)
    yield from cases.decided(city, case, "drop", answer="陈述成立，予以采纳。")


def in_force(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """Listed; everybody answered and reported in time."""
    case = yield from cases.listed(city, whose, ground, city.days.ago(60 + 9 * n))
    case = yield from cases.served(city, case)
    case = yield from cases.responded(city, case)
    yield from cases.reported(city, case)


def just_listed(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """Listed a few days ago; departments still have time to answer."""
    yield from cases.listed(city, whose, ground, city.days.ago(18 + n % 2))


def late(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """Listed; some departments never answered, another never said what it did."""
    case = yield from cases.listed(city, whose, ground, city.days.loaded(60 + 4 * n))
    case = yield from cases.responded(city, case, silent=1 + n % 2, one_not_applied=False)
    yield from cases.reported(city, case, silent=1)


def over(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """A year has passed: nothing is in force, and the measures have to be lifted."""
    case = yield from cases.listed(city, whose, "bid-rigging/collusion", city.days.ago(396 + 6 * n))
    case = yield from cases.responded(city, case)
    case = yield from cases.reported(city, case)
    if n % 2:
        day = city.days.today - timedelta(days=4)
        yield at(day, 9)
        yield from _lifted(city, case)


def _lifted(city: City, case: cases.Case) -> Plot:
    for measure in cases.measures(case):
        last = max(each.span.last_day for each in measure.rests_on)
        if measure.applied and last < city.days.today - timedelta(days=4):
            then = yield at(city.days.today - timedelta(days=3), 9)
            call = city.call(f"{measure.department}/officer", then)
            cases.respond.feed_back(
                call, task=f"{measure.id}.lift", proof="解除通知", note="已解除。"
            )


def waiting_for_confirmation(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """A court's entry that a second officer has not confirmed."""
    yield from cases.court_listed(city, whose, city.days.ago(4 + n), confirmed=False)


def confirmed(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """A court's entry, confirmed: its measures apply."""
    case = yield from cases.court_listed(city, whose, city.days.ago(40 + 11 * n), confirmed=True)
    case = yield from cases.responded(city, case, silent=n % 2)
    yield from cases.reported(city, case)


def on_two_designations(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """One measure that rests on two designations."""
    first = yield from cases.listed(city, whose, "bid-rigging/collusion", city.days.ago(120))
    yield from cases.responded(city, first)
    second = yield from cases.listed(
        city, whose, "wage-arrears/refusal-after-order", city.days.ago(70)
    )
    yield from cases.responded(city, second)


def unreachable(city: City, whose: Organisation, ground: str, n: int) -> Plot:
    """The notice could not be served; a public notice runs."""
    yield from cases.unreachable(city, whose, ground, city.days.ago(26 + n))


#: What happens, and to how many organisations.
TELLINGS: tuple[tuple[Telling, int], ...] = (
    (only_proposed, 5),
    (window_running, 5),
    (statement_in, 4),
    (awaiting_decision, 4),
    (hearing_asked, 3),
    (hearing_held, 3),
    (dropped, 4),
    (in_force, 20),
    (just_listed, 4),
    (late, 8),
    (stayed, 4),
    (dismissed, 3),
    (corrected, 2),
    (withdrawn, 4),
    (revoked, 2),
    (over, 8),
    (waiting_for_confirmation, 3),
    (confirmed, 8),
    (on_two_designations, 2),
    (remedied.repair_waits, 1),
    (remedied.repaired, 2),
    (remedied.repair_refused, 1),
    (remedied.repair_revoked, 1),
    (remedied.extended, 1),
    (remedied.stayed_by_court, 2),
    (remedied.annulled, 2),
    (remedied.upheld, 1),
    (unreachable, 2),
)


def plots(city: City) -> Iterator[Plot]:
    """Every case of the city; each is about another organisation."""
    number = count()
    for telling, times in TELLINGS:
        for n in range(times):
            at_all = next(number)
            ground = list(cases.ABOUT)[at_all % len(cases.ABOUT)]
            yield telling(city, enterprise(city, at_all), ground, n)


def enterprise(city: City, number: int) -> Organisation:
    """One of `CHARACTERS` enterprises, spread over all: every measure can reach an enterprise."""
    found = [each for each in city.organisations if each.code.startswith("91")]
    return found[number * (len(found) // CHARACTERS)]


def represented(city: City) -> Organisation:
    """The organisation whose representative signs in: its measures are stayed."""
    before = 0
    for telling, times in TELLINGS:
        if telling is stayed:
            break
        before += times
    return enterprise(city, before)


def bidders(city: City) -> list[Organisation]:
    """Who bids: one that keeps its word, and some of each kind of which there are cases."""
    return [enterprise(city, n) for n in (CHARACTERS - 9, *range(30, CHARACTERS - 9, 11))]


def everyday_checks(city: City, chance: Random) -> Iterator[Plot]:
    """Departments ask about organisations at their counters."""
    for number in range(PLENTY):
        department, procedure = chance.choice(list(ASKING.items()))
        whose = enterprise(city, chance.randrange(CHARACTERS))
        moment = at(city.days.ago(2 + number), 10, chance.randrange(60))
        question = Question(
            code=whose.code, procedure=procedure, case_number=f"岚办〔{moment.year}〕{number + 1}号"
        )
        yield _asked(city, department, question, moment)


def _asked(city: City, department: str, question: Question, moment: datetime) -> Plot:
    then = yield moment
    call = city.call(f"{department}/officer", then)
    note_read(call, kind="receipt", target=ask(call, question).receipt)
