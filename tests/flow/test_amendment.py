"""The national rules of 2026 over the pack of the city: an amendment takes the same road."""

from datetime import date

from goodstanding.catalogue import queries
from goodstanding.designations.models import Case
from goodstanding.files.packs import read_pack
from goodstanding.flow import govern
from goodstanding.flow.packs import rulebook_from
from goodstanding.flow.transit import touched
from goodstanding.flow.upcoming import revision_to
from goodstanding.register.rebuilding import rebuild
from goodstanding.rules.changes.diff import diff
from goodstanding.rules.changes.markdown import markdown
from tests.flow.drafting import approved, call, years
from tests.flow.listing import listed
from tests.rules.catalogue.packs import DONGGUAN_FILES, ROOT

NATIONAL = read_pack(ROOT / "rulebook" / "packs" / "cn-2026")
FIRST = date(2026, 4, 1)
LISTED = date(2025, 3, 3)


def test_an_amendment_is_read_over_the_version_in_force_and_comes_into_force(database):
    law = call("o-law", date(2018, 1, 2))
    govern.load_calendar(law, years=years(*range(2018, 2027)))
    govern.activate_rulebook(law, files=DONGGUAN_FILES)
    listed(1, LISTED)
    before = Case.objects.get().last_day
    digest = approved(NATIONAL, on=date(2026, 3, 2))
    assert queries.law(on=FIRST).rulebook.digest == digest
    assert queries.law(on=date(2026, 3, 31)).rulebook.id == "dongguan-2018"
    # The ground of the city ends; what was decided under it runs to its own last day.
    assert Case.objects.get().last_day <= before
    assert touched(queries.law(on=FIRST).rulebook) == []
    assert rebuild(verify=True).found == ()


def test_every_rule_that_differs_reads_in_both_languages(database):
    govern.activate_rulebook(call("o-law", date(2018, 1, 2)), files=DONGGUAN_FILES)
    new = rulebook_from(NATIONAL)
    revision = revision_to(new)
    found = diff(revision.old, new)
    assert {"added", "ended"} <= {each.how for each in found.rules}
    for language in ("zh", "en"):
        text = markdown(found, revision.old, new, language)
        assert not any(word in text for word in ("Title(", "Citation(", "DatedValue(", "InForce("))
