"""Everything the product says to people: templates, marked texts in code, and every refusal."""

import importlib
import io
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

import goodstanding
from goodstanding.rules.errors import Refusal

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "locale"
PRODUCT = ROOT / "goodstanding"
KEYWORDS = ("_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "marked")
#: Said by programs to programmers, or carrying a sentence of another refusal.
NOT_SAID = {"RowProblem"}

Message = str | tuple[str, str]


def messages() -> dict[Message, str]:
    """Every message with a place where it stands."""
    return {**dict(_templates()), **dict(_code()), **dict(_refusals())}


def _templates() -> Iterator[tuple[Message, str]]:
    for file in sorted((*PRODUCT.rglob("*.html"), *PRODUCT.rglob("templates/**/*.txt"))):
        source = templatize(file.read_text(), origin=str(file))
        yield from _extracted(source.encode(), file)


def _code() -> Iterator[tuple[Message, str]]:
    for file in sorted(PRODUCT.rglob("*.py")):
        yield from _extracted(file.read_bytes(), file)


def _extracted(source: bytes, file: Path) -> Iterator[tuple[Message, str]]:
    options = {"encoding": "utf-8"}
    for line, keyword, found, _ in extract_python(io.BytesIO(source), KEYWORDS, [], options):
        place = f"{file.relative_to(ROOT)}:{line}"
        if keyword == "ngettext":
            yield (str(found[0]), str(found[1])), place
        elif text := found if isinstance(found, str) else (found or ("",))[0]:
            yield text, place


def _refusals() -> Iterator[tuple[Message, str]]:
    for refusal in all_refusals():
        yield refusal.template(), refusal.__name__


def all_refusals() -> list[type[Refusal]]:
    """Every class of refusal of the product, with a sentence of its own."""
    for module in pkgutil.walk_packages(goodstanding.__path__, "goodstanding."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found, waiting = {}, [Refusal]
    while waiting:
        each = waiting.pop()
        waiting += each.__subclasses__()
        if each.__module__.startswith("goodstanding.") and each.__name__ not in NOT_SAID:
            found[each.__qualname__, each.__module__] = each
    return [each for each in found.values() if "__doc__" in vars(each) and each.__doc__]


def translations(language: str) -> dict[Message, Message]:
    """The catalogue of a language: message to translation."""
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        catalog = read_po(file)
    return {each.id: each.string for each in catalog if each.id}


def fields(text: str) -> set[str]:
    """The names a message leaves open, in either way of writing them."""
    return set(re.findall(r"\{(\w+)\}", text)) | set(re.findall(r"%\((\w+)\)s", text))
