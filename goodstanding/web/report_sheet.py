"""A signed dry run report as a sheet to read and print; the signed file is what counts."""

from datetime import date
from typing import Any

from django.utils.translation import gettext

from goodstanding.files.signed import Signed
from goodstanding.letters.tables import Sheet, Table
from goodstanding.rules.replay.labels import BECAUSE, DIRECTIONS
from goodstanding.rules.simulation.labels import KINDS, WHY
from goodstanding.web.dates import english, full
from goodstanding.web.titles import Titles, in_language
from goodstanding.web.wording import STATES

#: Rules named of each change, as on the page.
MOST_RULES = 3


def report_sheet(signed: Signed, titles: Titles) -> Sheet:
    """The report in the language of the reader, from nothing but what was signed."""
    said = signed.signed
    run = said["dry_run"]
    again = run["checks"]
    return Sheet(
        language="en" if english() else "zh",
        title=gettext("Report of a dry run"),
        on=date.fromisoformat(said["made_on"]),
        facts=_facts(signed, said, run),
        tables=(_changes(run), *((_flips(again), *_sides(again, titles)) if again else ())),
        foot=gettext("The signed file is what counts; this sheet repeats it."),
    )


def _facts(
    signed: Signed, said: dict[str, Any], run: dict[str, Any]
) -> tuple[tuple[str, str], ...]:
    new, before = run["new"], run["before"] or {}
    return (
        (gettext("Rulebook"), f"{new['rulebook']} {new['version']} · {new['digest']}"),
        (gettext("First day"), _day(new["in_force_from"])),
        (gettext("Compared with"), f"{before.get('version', '')} · {before.get('digest', '')}"),
        (gettext("Made on"), _day(said["made_on"])),
        (gettext("Position"), str(said["register"]["position"])),
        (gettext("Chain after it"), said["register"]["head"]),
        (gettext("Organisations touched"), f"{run['affected']} / {run['organisations']}"),
        (gettext("Digest of the report"), signed.digest),
        (gettext("Public key"), signed.key),
    )


def _changes(run: dict[str, Any]) -> Table:
    return Table(
        heading=gettext("What the version would change"),
        about="",
        head=(gettext("What changes"), gettext("How many"), gettext("By which rule")),
        rows=tuple(
            (
                in_language(KINDS[each["kind"]]),
                str(each["count"]),
                _rules((x["rule"], in_language(WHY[x["why"]]), x["count"]) for x in each["rules"]),
            )
            for each in run["changes"]
        ),
    )


def _flips(again: dict[str, Any]) -> Table:
    told = gettext(
        "%(checks)s checks since %(since)s: %(stricter)s stricter, %(more)s more favourable"
    )
    return Table(
        heading=gettext("Checks of the last year, asked again"),
        about=told
        % {
            "checks": again["checks"],
            "since": _day(again["since"]),
            "stricter": again["stricter"],
            "more": again["more_favourable"],
        },
        head=(
            *(gettext("Answer"), gettext("Which way")),
            *(gettext("How many"), gettext("By which rule")),
        ),
        rows=tuple(_flip(each) for each in again["flips"]),
    )


def _flip(each: dict[str, Any]) -> tuple[str, ...]:
    because = ((x["rule"], in_language(BECAUSE[x["because"]]), x["count"]) for x in each["rules"])
    return (
        f"{STATES[each['was']].word} → {STATES[each['now']].word}",
        in_language(DIRECTIONS[each["direction"]]),
        str(each["count"]),
        _rules(because),
    )


def _sides(again: dict[str, Any], titles: Titles) -> tuple[Table, Table]:
    procedures = ((titles.procedure(x["id"]), x) for x in again["procedures"])
    departments = ((titles.department(x["id"]), x) for x in again["departments"])
    return (
        _side(gettext("Procedure"), procedures),
        _side(gettext("Department"), departments),
    )


def _side(of: str, shares: Any) -> Table:
    rows = tuple((name, str(x["stricter"]), str(x["more_favourable"])) for name, x in shares)
    head = (of, gettext("Stricter"), gettext("More favourable"))
    return Table(heading=of, about="", head=head, rows=rows)


def _rules(found: Any) -> str:
    told = [f"{rule.partition('/')[2]}: {why} · {count}" for rule, why, count in found]
    more = [f"+ {len(told) - MOST_RULES}"] if len(told) > MOST_RULES else []
    return "\n".join([*told[:MOST_RULES], *more])


def _day(iso: str) -> str:
    return full(date.fromisoformat(iso))
