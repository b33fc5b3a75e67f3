"""The invented city, smaller than the one shown: every state is there, on any day."""

import socket
from collections import Counter
from datetime import date, timedelta

import pytest

from goodstanding.audit.models import Read
from goodstanding.catalogue.queries import calendar
from goodstanding.cli.demo import making, mark
from goodstanding.cli.demo.files import staged_file
from goodstanding.cli.demo.names import organisations
from goodstanding.cli.demo.seekers import AGENT, AGENT_DAYS, AWAY, CROWD, LONGEST, OF_TWO
from goodstanding.departments import colleagues
from goodstanding.departments.queries import actor_of_login
from goodstanding.disclosure.queries import open_recalls, recalls
from goodstanding.flow.reopen import reopenings
from goodstanding.intake import staging
from goodstanding.intake.models import Batch
from goodstanding.measures import queries as measures
from goodstanding.organisations.models import Name, Organisation
from goodstanding.publication.models import Entry, PublicNotice
from goodstanding.register.reading import acts, states
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.errors import Refused
from goodstanding.rules.identifiers import judge
from goodstanding.rules.standing import designation_state
from goodstanding.rules.states import Designation, Objection, Record

IN_A_LOADED_YEAR, IN_NO_LOADED_YEAR = date(2026, 10, 10), date(2028, 1, 4)
NUMBER = 200
#: Every state of a case, of an objection and of a court's entry that the city has to show.
CASES = {"proposed", "notified", "in-force", "stayed", "over", "ended", "dropped"}
OBJECTIONS = {"", "dismissed", "corrected", "withdrawn"}


@pytest.fixture(params=[IN_A_LOADED_YEAR, IN_NO_LOADED_YEAR], ids=str)
def day(request, database):
    """The day a small city was made on."""
    city = making.make(today=request.param, progress=lambda done, total: None, number=NUMBER)
    moment = city.days.latest + timedelta(hours=15)
    assert staging.staged(id=staged_file(city, city.organisations[:9], at=moment)).accepted == 9
    return request.param


def everything():
    codes = Organisation.objects.values_list("code", flat=True)
    return [state for code in codes for state in states(code).values()]


@pytest.mark.slow
def test_the_city_shows_every_state(day):
    found = everything()
    cases = [each for each in found if isinstance(each, Designation)]
    assert {designation_state(each, on=day) for each in cases} >= CASES
    assert {each.outcome for each in found if isinstance(each, Objection)} == OBJECTIONS
    assert any(each.statement_on for each in cases)
    assert any(each.hearing_requested_on and not each.hearing_held_on for each in cases)
    assert any(each.hearing_held_on for each in cases)
    assert PublicNotice.objects.count() == 2
    transcribed = {each.id for each in found if isinstance(each, Record) and each.transcribed}
    confirmed = {record for each in cases if each.elsewhere for record in each.records}
    assert confirmed
    assert transcribed - confirmed
    assert open_recalls()
    assert len(recalls()) > len(open_recalls())
    assert {bool(each.outcome) for each in reopenings(today=day)} == {True, False}
    for kind in measures.KINDS:
        assert measures.late(on=day, kind=kind, calendar=calendar())
    tasks = Counter(task.kind for task in measures.tasks(on=day))
    assert set(tasks) == {"respond", "apply", "suspend", "lift"}
    latest = Batch.objects.order_by("-opened_at").first()
    assert latest.duplicates
    assert latest.rejected
    assert latest.quarantined
    assert Organisation.objects.count() == NUMBER
    assert max(act.header.recorded_at.date() for act in acts("system")) < day
    assert rebuild(verify=True).differences == 0
    assert mark.must_be_free()
    _whom_one_looks_for(found, day)
    representative = actor_of_login(making.REPRESENTATIVE, on=day)
    (code,) = representative.represents
    mine = [each for each in states(code).values() if isinstance(each, Designation)]
    assert [designation_state(each, on=day) for each in mine] == ["stayed"]


def _whom_one_looks_for(found, day):
    both, agent = actor_of_login(OF_TWO, on=day), actor_of_login(AGENT, on=day)
    counts = Counter(
        each.organisation
        for each in found
        if isinstance(each, Record) and each.organisation in both.represents
    )
    assert sorted(counts.values())[-1] >= CROWD
    (tangled,) = both.represents - {counts.most_common(1)[0][0]}
    mine = [each for each in states(tangled).values() if isinstance(each, Designation)]
    assert {designation_state(each, on=day) for each in mine} >= {"in-force", "stayed", "notified"}
    assert Entry.objects.filter(organisation=tangled, withdrawn_on__isnull=False).exists()
    assert (agent.represents, len(agent.mandates)) == (frozenset(), 1)
    assert not actor_of_login(AGENT, on=day + timedelta(days=AGENT_DAYS + 1)).mandates
    assert max(map(len, Organisation.objects.values_list("name", flat=True))) == LONGEST
    assert Name.objects.filter(ordinal__gte=2).exists()
    assert {bool(each.accepted_on) for each in found if isinstance(each, Objection)} == {
        True,
        False,
    }
    assert Read.objects.exists()
    assert colleagues.away("human-resources", on=day).get().account.login == AWAY


def test_the_organisations_are_always_the_same_and_their_codes_valid():
    made = organisations(2_000, seed=making.SEED)
    assert made == organisations(2_000, seed=making.SEED)
    assert len({each.code for each in made}) == len({each.name for each in made}) == 2_000
    assert all(judge(each.code).valid and each.code[2:8] == "449800" for each in made)


def test_a_register_with_other_data_is_left_alone(register):
    done = register("demo", "--json")
    assert done.status == 1
    assert done.document["refusals"][0]["code"] == "NotADemonstration"


def test_one_begun_and_not_finished_says_what_to_do(database):
    mark.write(mark.Mark.BEGUN)
    with pytest.raises(Refused) as refused:
        mark.must_be_free()
    assert refused.value.codes == ("DemonstrationHalfMade",)


def test_a_port_that_somebody_has_is_not_shared(register):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = register("demo", "--port", str(taken.getsockname()[1]), "--json")
    assert done.document["refusals"][0]["code"] == "PortTaken"
