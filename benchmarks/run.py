"""``make bench``: every figure beside its floor, on a server of its own that is thrown away."""

import json
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import Any

import django

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Measure, print, and keep the results as JSON and Markdown in ``benchmarks/results``."""
    with tempfile.TemporaryDirectory(prefix="goodstanding-bench-") as name:
        data = Path(name)
        data.chmod(0o755)
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        os.environ["GOODSTANDING_DATA"] = str(data)
        for named in ("DATABASE_URL", "DATABASE_OWNER_URL", "GOODSTANDING_POOL"):
            os.environ.pop(named, None)
        django.setup()
        found = _all(data)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.json").write_text(json.dumps(found, indent=2, ensure_ascii=False))
    (RESULTS / "latest.md").write_text(told := _markdown(found))
    print(told)


def _all(data: Path) -> dict[str, Any]:
    # Read only once Django is set up: these modules need its models.
    from benchmarks import bulk, checks, city, pages  # noqa: PLC0415

    found: dict[str, Any] = {"day": bulk.today(), "machine": _machine()}
    with city.registers(data) as another:
        with another():
            print("Intake, COPY, rebuild …", file=sys.stderr)
            found["bulk"] = bulk.run()
        with another() as database:
            print("Checks over HTTP …", file=sys.stderr)
            city.make()
            found["checks"] = checks.run(database)
            print("Pages …", file=sys.stderr)
            found["pages"] = pages.run(database)
    return found


def _machine() -> dict[str, Any]:
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load_before": [round(each, 1) for each in os.getloadavg()],
    }


def _markdown(found: dict[str, Any]) -> str:
    bulk, checks = found["bulk"], found["checks"]
    machine = found["machine"]
    lines = [
        f"# Benchmarks, {found['day']}",
        "",
        f"{machine['cores']} cores shared by server, database and load; Python"
        f" {machine['python']}; load before: {machine['load_before']}.",
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
    lines += [
        "",
        "## Bulk",
        "",
        "| what | figure | floor | ratio |",
        "|---|---|---|---|",
        f"| intake of {bulk['rows']:,} rows against raw COPY of the same columns |"
        f" {bulk['intake_rows_per_second']:,.0f} rows/s |"
        f" {bulk['copy_rows_per_second']:,.0f} rows/s | {bulk['ratio']['intake / raw COPY']:.3f} |",
        f"| rebuild and comparison of {bulk['rebuild_acts']:,} acts |"
        f" {bulk['rebuild_acts_per_second']:,.0f} acts/s | | |",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
