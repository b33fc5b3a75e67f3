"""``python -m goodstanding.cli.pages``: the pages of the documentation that the code tells."""

import importlib
import os
import sys
from pathlib import Path

import click
import django
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
HERE = "goodstanding.cli.printed"

#: Each page with the module whose ``render`` gives its text.
PAGES = {
    "docs/rules/refusals.md": f"{HERE}.refusals",
    "docs/rules/rights.md": f"{HERE}.rights",
    "docs/rules/lifecycle.md": f"{HERE}.lifecycle",
    "docs/rules/deadlines.md": f"{HERE}.deadlines",
    "docs/rules/repairs.md": f"{HERE}.repairs",
    "docs/rules/publication.md": f"{HERE}.publication",
    "docs/rules/figures.md": f"{HERE}.figures",
    "docs/rules/lint.md": f"{HERE}.lint",
    "docs/rules/acts.md": f"{HERE}.acts",
    "docs/howto/stories.md": f"{HERE}.stories",
}


def rendered() -> dict[str, str]:
    """The text of every page as the code tells it now; needs no database."""
    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
    return {page: importlib.import_module(module).render() for page, module in PAGES.items()}


def stale(folder: Path) -> dict[str, str]:
    """The pages under a folder that are not what the code tells, each with its right text."""
    return {page: text for page, text in rendered().items() if _read(folder / page) != text}


def write(folder: Path) -> dict[str, str]:
    """Write every stale page under a folder; returns which."""
    found = stale(folder)
    for page, text in found.items():
        file = folder / page
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return found


def _read(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a page is stale.")
@click.option("--folder", type=click.Path(path_type=Path), default=ROOT, help="Where docs/ lies.")
def main(check: bool, folder: Path) -> None:
    """Print the pages told by the code, or check that they are up to date."""
    found = stale(folder) if check else write(folder)
    for page in found:
        click.echo(f"{page} {'is stale' if check else 'written'}", err=True)
    if check and found:
        click.echo("Run: python -m goodstanding.cli.pages", err=True)
    sys.exit(1 if check and found else 0)


if __name__ == "__main__":
    main()
