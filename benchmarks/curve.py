"""How the register answers as it grows: every figure at each size, beside its floors at that size.

``python -m benchmarks.curve --records 10000 100000 1000000``: the invented city, then files of
penalties through `goodstanding load`'s own path until it holds so many records. Not part of
``make bench``, nor of CI: a million records take some minutes, and about 7 kB each.
"""

import argparse
import json
import os
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from typing import Any

import django


def main() -> None:
    """Measure at each size; print a table, and keep the figures in ``benchmarks/results``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--copied", type=int, default=0, help="at last so many times more, in SQL")
    parser.add_argument("--no-acts", action="store_true", help="copies without their acts")
    parser.add_argument("--read", action="store_true", help="no load: rows read and CPU alone")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "results")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="goodstanding-curve-") as name:
        data = Path(name)
        data.chmod(0o755)
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        os.environ["GOODSTANDING_DATA"] = name
        for named in ("DATABASE_URL", "DATABASE_OWNER_URL", "GOODSTANDING_POOL"):
            os.environ.pop(named, None)
        django.setup()
        _run(data, asked)


def _run(data: Path, wanted: argparse.Namespace) -> None:
    # Read only once Django is set up: these modules need its models.
    from benchmarks import checks, city, copied, growing  # noqa: PLC0415

    found: list[dict[str, Any]] = []
    with city.registers(data) as another, another() as database:
        city.make()
        tokens = checks.tokens()
        for size in sorted(wanted.records):
            print(f"{size:,} records …", file=sys.stderr)
            loaded = growing.grow(size, data)
            found.append(_at(size, database, tokens, wanted) | {"load": loaded})
            _keep(found, wanted.out)
        if wanted.copied:
            copied.copy(wanted.copied, acts=not wanted.no_acts)
            found.append(_at(growing.held(), database, tokens, wanted) | {"load": {"rows": 0}})
            _keep(found, wanted.out)
    print(told(found))


def _at(size: int, database: Any, tokens: list[str], wanted: argparse.Namespace) -> dict[str, Any]:
    from benchmarks import growing, reading  # noqa: PLC0415

    asked = {} if wanted.read else measured(database, tokens)
    return {"records": size, "asked": asked, "read": reading.costs(growing.questions(tokens))}


def _keep(found: list[dict[str, Any]], out: Path) -> None:
    (out / "curve.json").write_text(json.dumps(found, indent=2, ensure_ascii=False))
    (out / "curve.md").write_text(told(found))


def measured(database: Any, tokens: list[str]) -> dict[str, Any]:
    """Requests a second and milliseconds of each question, and of its floors."""
    from benchmarks import growing, serving  # noqa: PLC0415

    asked = growing.questions(tokens)
    with serving.served(database):
        loads = {name: serving.measured(cycle(requests)) for name, requests in asked.items()}
    return {name: load._asdict() for name, load in loads.items()}


def told(found: list[dict[str, Any]]) -> str:
    """The curve as two tables: milliseconds, and times a bare view of the same run; then what was
    read and the CPU it took, which other work on the machine hardly changes."""
    parts = [_loads(found), *([_served(found)] if found[0]["asked"] else []), _costs(found)]
    return "\n".join(parts)


def _served(found: list[dict[str, Any]]) -> str:
    lines = _headed(found, "asked", "{}: p50 / p99 ms (× bare view)")
    for name in found[0]["asked"]:
        cells = " | ".join(_cell(each["asked"], name) for each in found)
        lines.append(f"| {name} | {cells} |")
    return "\n".join(lines) + "\n"


def _costs(found: list[dict[str, Any]]) -> str:
    lines = _headed(found, "asked", "{}: rows read, CPU ms of Python + PostgreSQL")
    for name in found[0]["read"]:
        costs = (each["read"][name] for each in found)
        cells = (
            f"{each['rows']:,}, {each['python_ms']:.0f} + {each['postgres_ms']:.0f}"
            for each in costs
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _loads(found: list[dict[str, Any]]) -> str:
    lines = _headed(found, "", "{}")
    loads = " | ".join(_load(each["load"]) for each in found)
    return "\n".join([*lines, f"| loading up to here | {loads} |"]) + "\n"


def _headed(found: list[dict[str, Any]], first: str, column: str) -> list[str]:
    columns = " | ".join(column.format(f"{each['records']:,}") for each in found)
    return [f"| {first} | {columns} |", "|---" * (len(found) + 1) + "|"]


def _cell(asked: dict[str, Any], name: str) -> str:
    load, bare = asked[name], asked["bare view"]
    times = bare["per_second"] / load["per_second"]
    return f"{load['p50_ms']:.1f} / {load['p99_ms']:.1f} ({times:.0f})"


def _load(grown: dict[str, Any]) -> str:
    if not grown["rows"]:
        return ""
    ratio = grown["ratio"]["clock: the file's columns"]
    return (
        f"{grown['rows']:,} rows, {grown['intake_rows_per_second']:,.0f}/s,"
        f" {ratio:.3f} of COPY,"
        f" writer {grown['peak_mb']['writer']:.0f} MB, judge {grown['peak_mb']['judge']:.0f} MB"
    )


if __name__ == "__main__":
    main()
