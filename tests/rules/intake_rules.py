"""A small rulebook for tests of intake, built of the catalogue's own parts."""

from goodstanding.rules.errors import Refusal

CLASSES = frozenset(
    "enterprise co-operative public-institution social-organisation rural-collective".split()
)


BLOCKED = ("出版管理条例", "网信领域")


class Rules:
    """Holds the usual classes; blocks an instrument and a list; reads what names a law in quotes."""

    classes_in = CLASSES

    def blocked(self, text: str) -> object | None:
        """The blocked instrument a basis names."""
        return next((name for name in BLOCKED if name in text), None)

    def readable(self, text: str) -> object:
        """Whether the basis names an instrument."""
        return "《" in text


RULES = Rules()
NO_FLAW: dict[str, Refusal] = {}
