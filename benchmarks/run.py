"""``make bench``: every figure beside its floor, on a server of its own that is thrown away."""

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import Any

import django

from benchmarks import guard, inspection
from goodstanding import wallclock

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Measure, print, and keep the results as JSON and Markdown in ``benchmarks/results``."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="goodstanding-bench-") as name:
        data = Path(name)
        data.chmod(0o755)
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        os.environ["GOODSTANDING_DATA"] = str(data)
        for named in ("DATABASE_URL", "DATABASE_OWNER_URL", "GOODSTANDING_POOL"):
            os.environ.pop(named, None)
        django.setup()
        found = _drawing() if asked.only == "inspection" else _all(data, asked)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.json").write_text(json.dumps(found, indent=2, ensure_ascii=False))
    (RESULTS / "latest.md").write_text(told := _markdown(found))
    print(told)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--only",
        choices=(
            "bulk",
            "during",
            "killed",
            "simulation",
            "names",
            "opendata",
            "recall",
            "inspection",
        ),
        help="measure nothing else",
    )
    parser.add_argument(
        "--organisations", type=int, default=20_000, help="in the register that is run dry"
    )
    parser.add_argument(
        "--checks", type=int, default=100_000, help="that are asked again in the dry run"
    )
    parser.add_argument("--rows", type=int, default=100_000, help="that are taken in")
    parser.add_argument("--names", type=int, default=200_000, help="that are searched")
    parser.add_argument(
        "--records", type=int, default=100_000, help="public records given away as open data"
    )
    parser.add_argument(
        "--ledger",
        type=int,
        nargs="+",
        default=[10_000, 100_000, 1_000_000],
        help="lines of the ledger when a record is withdrawn",
    )
    return parser.parse_args()


def _all(data: Path, asked: argparse.Namespace) -> dict[str, Any]:
    # Read only once Django is set up: these modules need its models.
    from benchmarks import (  # noqa: PLC0415
        bulk,
        city,
        killed,
        names,
    )

    found: dict[str, Any] = {"day": bulk.today(), "machine": _machine()}
    if not asked.only:
        print("Persons guard …", file=sys.stderr)
        found |= {"guard": guard.run(), "inspection": inspection.run()}
    with city.registers(data) as another:
        if asked.only in (None, "bulk", "during"):
            with another() as database:
                found |= _intake(database, asked)
        if asked.only in ("bulk", "during"):
            return found
        if asked.only in (None, "killed"):
            with another() as database:
                print("Withdrawals killed on their way …", file=sys.stderr)
                found["killed"] = killed.run(data, database)
        if asked.only == "killed":
            return found
        if asked.only in (None, "names"):
            with another():
                print("Names …", file=sys.stderr)
                found["names"] = names.run(asked.names)
        if asked.only == "names":
            return found
        with another() as database:
            print("The city …", file=sys.stderr)
            city.make()
            found |= _of_the_city(database, asked, data)
    return found


def _of_the_city(database: Any, asked: argparse.Namespace, data: Path) -> dict[str, Any]:
    from benchmarks import (  # noqa: PLC0415
        checks,
        checks_again,
        opendata,
        pages,
        recall,
        simulation,
    )

    found: dict[str, Any] = {}
    if not asked.only:
        print("Checks over HTTP …", file=sys.stderr)
        found["checks"] = checks.run(database)
        print("Pages …", file=sys.stderr)
        found["pages"] = pages.run(database)
    if asked.only in (None, "simulation"):
        print("A dry run of a version …", file=sys.stderr)
        found["simulation"] = simulation.run(asked.organisations)
        print("A year of checks asked again …", file=sys.stderr)
        found["asked_again"] = checks_again.run(asked.checks)
    if asked.only in (None, "recall"):
        print("Recall …", file=sys.stderr)
        found["recall"] = recall.run(asked.ledger)
    if asked.only in (None, "opendata"):
        print("Open data …", file=sys.stderr)
        found["opendata"] = opendata.run(database, asked.records, data)
    return found


def _intake(database: Any, asked: argparse.Namespace) -> dict[str, Any]:
    from benchmarks import bulk, checks, during  # noqa: PLC0415
    from goodstanding.cli.demo.making import legislate  # noqa: PLC0415

    found: dict[str, Any] = {}
    legislate()
    if asked.only != "during":
        print("Intake, COPY, rebuild …", file=sys.stderr)
        found["bulk"] = bulk.run(asked.rows)
    if asked.only != "bulk":
        print("Checks during a load …", file=sys.stderr)
        found["during"] = during.run(database, checks.tokens())
    return found


def _machine() -> dict[str, Any]:
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load_before": [round(each, 1) for each in os.getloadavg()],
    }


def _markdown(found: dict[str, Any]) -> str:
    machine = found["machine"]
    lines = [
        f"# Benchmarks, {found['day']}",
        "",
        f"{machine['cores']} cores shared by server, database and load; Python"
        f" {machine['python']}; load before: {machine['load_before']}.",
        *(_loaded(found["bulk"]) if "bulk" in found else []),
        *(_meanwhile(found["during"]) if "during" in found else []),
        *(_killed(found["killed"]) if "killed" in found else []),
        *(_served(found) if "checks" in found else []),
        *(_simulated(found["simulation"]) if "simulation" in found else []),
        *(_asked_again(found["asked_again"]) if "asked_again" in found else []),
        *(_recalled(found["recall"]) if "recall" in found else []),
        *(_opened(found["opendata"]) if "opendata" in found else []),
        *(_drawn(found["inspection"]) if "inspection" in found else []),
        *(_named(found["names"]) if "names" in found else []),
    ]
    return "\n".join(lines) + "\n"


def _drawing() -> dict[str, Any]:
    """The draw alone needs no register."""
    return {
        "day": wallclock.today().isoformat(),
        "machine": _machine(),
        "inspection": inspection.run(),
    }


def _drawn(found: dict[str, Any]) -> list[str]:
    seconds, times = found["seconds"], found["ratio"]["draw / floor"]
    return [
        "## The draw of an inspection plan",
        "",
        f"{found['organisations']} organisations, {found['inspectors']} inspectors,"
        f" {found['visits']} visits: {seconds['draw']:.1f} s, {times:.1f} times bare hashing and"
        f" sorting ({seconds['floor']:.2f} s).",
        "",
    ]


def _killed(found: dict[str, Any]) -> list[str]:
    return [
        "",
        "## A withdrawal killed on its way",
        "",
        "| what | nothing had changed | everything had | anything else |",
        "|---|---|---|---|",
        f"| {found['times']} kills at random points, {found['recipients']:,} recipients,"
        f" {found['seconds']:.0f} s | {found['nothing']} | {found['everything']} | 0 |",
    ]


def _simulated(found: dict[str, Any]) -> list[str]:
    return [
        "",
        "## A dry run of a version of the law",
        "",
        "| what | figure | floor: bare replay | ratio |",
        "|---|---|---|---|",
        f"| {found['organisations']:,} organisations, {found['acts']:,} acts, {found['states']:,}"
        f" states; {found['affected']:,} affected, {found['acts_to_come']:,} acts to come |"
        f" {found['seconds']:.1f} s | {found['floor_seconds']:.1f} s |"
        f" {found['ratio']['dry run / bare replay']:.2f} |",
    ]


def _asked_again(found: dict[str, Any]) -> list[str]:
    return [
        f"| {found['checks']:,} checks about {found['organisations']:,} organisations asked again;"
        f" {found['flips']:,} flip; peak {found['peak_megabytes']} MB |"
        f" {found['seconds']:.1f} s | {found['floor_seconds']:.1f} s |"
        f" {found['ratio']['asking again / bare replay']:.2f} |",
    ]


def _named(found: dict[str, Any]) -> list[str]:
    build = found["build"]
    lines = [
        "",
        f"## {found['names']:,} names searched with {found['questions']:,} questions",
        "",
        "| way | recall@1 | recall@10 | questions/s | p50 ms | p99 ms |",
        "|---|---|---|---|---|---|",
    ]
    for way in ("search", "trigrams", "bare index read"):
        if load := found.get(way):
            lines.append(
                f"| {way} | {load['recall_at_1']:.3f} | {load['recall_at_10']:.3f} |"
                f" {load['per_second']:,.0f} | {load['p50_ms']:.1f} | {load['p99_ms']:.1f} |"
            )
    lines += [
        "",
        f"Keys made in {build['keys']:.1f} s, rows and all indexes in {build['rows']:.1f} s"
        f" ({build['index_megabytes']:.0f} MB of keys); a trigram index alone"
        f" {build.get('trigrams', 0):.1f} s. Answered as exact though nobody bears the name:"
        f" {found['taken_for_another']}.",
        "",
        "| what is wrong with the name | recall@1 | recall@10 |",
        "|---|---|---|",
    ]
    lines += [
        f"| {kind} | {first:.3f} | {among:.3f} |" for kind, (first, among) in found["kinds"].items()
    ]
    return lines


def _recalled(found: list[dict[str, Any]]) -> list[str]:
    return [
        "",
        "## A record with 10,000 recipients and 1,000 dependent checks is withdrawn",
        "",
        "| lines in the ledger | withdrawal s | list of recalls s | list of reopenings s |"
        " floor: bare look-ups s | ratio |",
        "|---|---|---|---|---|---|",
        *(
            f"| {each['ledger']:,} | {each['withdraw_seconds']:.2f} | {each['recalls_seconds']:.2f} |"
            f" {each['reopenings_seconds']:.2f} | {each['floor_seconds']:.3f} |"
            f" {each['ratio']['lists / bare look-ups']:.0f} |"
            for each in found
        ),
    ]


def _opened(found: dict[str, Any]) -> list[str]:
    sizes = ", ".join(f"{name} {size / 1e6:,.0f} MB" for name, size in found["bytes"].items())
    return [
        "",
        "## Open data",
        "",
        "| what | figure | floor: raw COPY TO of the same columns | ratio |",
        "|---|---|---|---|",
        f"| {found['rows']:,} public records in three formats ({sizes}) | {found['seconds']:.1f} s,"
        f" peak {found['peak_mb']} MB (a tenth of the records: {found['peak_mb_of_a_tenth']} MB) |"
        f" {found['copy_seconds']:.1f} s | {found['ratio']['open data / raw COPY']:.2f} |",
    ]


def _served(found: dict[str, Any]) -> list[str]:
    checks = found["checks"]
    lines = [
        "",
        "## A check over HTTP (2 workers, pool, 8 connections)",
        "",
        "| what | requests/s | p50 ms | p99 ms | check / this |",
        "|---|---|---|---|---|",
    ]
    for name, load in checks["loads"].items():
        ratio = checks["ratio"].get(f"check / {name}")
        lines.append(
            f"| {name} | {load['per_second']:,.0f} | {load['p50_ms']:.1f} | {load['p99_ms']:.1f} |"
            f" {'' if ratio is None else f'{ratio:.2f}'} |"
        )
    lines += [
        "",
        "## Pages",
        "",
        "| page | requests/s | p50 ms | p99 ms | times a bare view |",
        "|---|---|---|---|---|",
    ]
    for name, load in found["pages"]["loads"].items():
        times = found["pages"]["times_a_bare_view"][name]
        lines.append(
            f"| {name} | {load['per_second']:,.0f} | {load['p50_ms']:.1f} | {load['p99_ms']:.1f} |"
            f" {times:.0f} |"
        )
    return [*lines, *guard.told(found["guard"])]


def _loaded(bulk: dict[str, Any]) -> list[str]:
    spent, peak, ratios = bulk["spent"], bulk["peak_mb"], bulk["ratio"]
    floors = {
        "of the file's columns, one table with a key": (bulk["copy_us"], "the file's columns"),
        "of all rows of all tables the load writes, keys alone": (
            bulk["floors"]["bare"],
            "all it writes, bare",
        ),
        "of the same, with every index": (bulk["floors"]["indexed"], "all it writes, indexed"),
    }
    return [
        "",
        "## Bulk",
        "",
        f"One load of {bulk['rows']:,} rows: {bulk['intake_rows_per_second']:,.0f} rows/s."
        " µs of a row by the clock / of CPU of all processes; others on the machine change"
        " the second far less.",
        "",
        "| what | µs | load: ratio to this, by the clock / in CPU |",
        "|---|---|---|",
        f"| the load | {spent['wall']:.0f} / {spent['cpu']:.0f} | |",
        *(
            f"| raw COPY {what} | {floor['wall']:.1f} / {floor['cpu']:.1f} |"
            f" {ratios[f'clock: {name}']:.3f} / {ratios[f'CPU: {name}']:.3f} |"
            for what, (floor, name) in floors.items()
        ),
        "",
        f"CPU µs of a row: judging {spent['judge']:.0f} (its start included), the writer"
        f" {spent['writer']:.0f}, PostgreSQL {spent['backend']:.0f} and"
        f" {spent['server beside']:.1f} beside. {bulk['written_bytes'] / bulk['rows']:,.0f} bytes"
        f" are written for a row of {bulk['file_bytes'] / bulk['rows']:,.0f}. Memory at its peak:"
        f" the writer {peak['writer']:.0f} MB, the judge {peak['judge']:.0f} MB.",
        "",
        f"Rebuild and comparison of {bulk['rebuild_acts']:,} acts:"
        f" {bulk['rebuild_acts_per_second']:,.0f} acts/s.",
    ]


def _meanwhile(during: dict[str, Any]) -> list[str]:
    held = during["head_held_ms"]
    return [
        "",
        "## Others during a load (by turns: it stands, it goes on)",
        "",
        "| asked, 8 connections | requests/s alone | meanwhile | p99 ms | times slower, each turn |",
        "|---|---|---|---|---|",
        *(
            f"| {name} | {each['alone']:,.0f} | {each['meanwhile']:,.0f} |"
            f" {each['p99_ms'][0]:.0f} → {each['p99_ms'][1]:.0f} |"
            f" {', '.join(f'{times:.1f}' for times in each['slower'])} |"
            for name, each in during["asked"].items()
        ),
        "",
        f"{during['rows']:,} rows came in while it went on, {during['rows_per_second']:,.0f} a second;"
        f" the head was held {held['median']:.0f} ms a piece, {held['longest']:.0f} ms at most.",
    ]


if __name__ == "__main__":
    main()
