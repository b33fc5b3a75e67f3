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
        _run(data, sorted(asked.records), asked.out)


def _run(data: Path, sizes: list[int], out: Path) -> None:
    # Read only once Django is set up: these modules need its models.
    from benchmarks import checks, city, growing  # noqa: PLC0415

    found: list[dict[str, Any]] = []
    with city.registers(data) as another, another() as database:
        city.make()
        tokens = checks.tokens()
        for size in sizes:
            print(f"{size:,} records …", file=sys.stderr)
            grown = growing.grow(size, data)
            found.append({"records": size, "load": grown, "asked": measured(database, tokens)})
            (out / "curve.json").write_text(json.dumps(found, indent=2, ensure_ascii=False))
            (out / "curve.md").write_text(told(found))
    print(told(found))


def measured(database: Any, tokens: list[str]) -> dict[str, Any]:
    """Requests a second and milliseconds of each question, and of its floors."""
    from benchmarks import growing, serving  # noqa: PLC0415

    asked = growing.questions(tokens)
    with serving.served(database):
        loads = {name: serving.measured(cycle(requests)) for name, requests in asked.items()}
    return {name: load._asdict() for name, load in loads.items()}


def told(found: list[dict[str, Any]]) -> str:
    """The curve as a table: p50 and p99 in milliseconds, and times a bare view of the same run."""
    sizes = [f"{each['records']:,}" for each in found]
    lines = [
        "| asked | " + " | ".join(f"{size}: p50 / p99 ms (× bare view)" for size in sizes) + " |",
        "|---" * (len(sizes) + 1) + "|",
    ]
    for name in found[0]["asked"]:
        cells = " | ".join(_cell(each["asked"], name) for each in found)
        lines.append(f"| {name} | {cells} |")
    loads = " | ".join(_load(each["load"]) for each in found)
    return "\n".join([*lines, f"| loading up to here | {loads} |"]) + "\n"


def _cell(asked: dict[str, Any], name: str) -> str:
    load, bare = asked[name], asked["bare view"]
    times = bare["per_second"] / load["per_second"]
    return f"{load['p50_ms']:.1f} / {load['p99_ms']:.1f} ({times:.0f})"


def _load(grown: dict[str, Any]) -> str:
    if not grown["rows"]:
        return ""
    return (
        f"{grown['rows']:,} rows, {grown['intake_rows_per_second']:,.0f}/s,"
        f" {grown['ratio']['intake / raw COPY']:.3f} of COPY,"
        f" writer {grown['peak_mb']['writer']:.0f} MB, judge {grown['peak_mb']['judge']:.0f} MB"
    )


if __name__ == "__main__":
    main()
