"""What follows from what, as a nested list: the drawing beside it is made from the same."""

import msgspec
from django.utils.translation import gettext

from goodstanding.web.law_pages import Cited, Lawbook, Pair


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One thing of the chain: its title, lines of detail, and what follows from it."""

    title: str
    notes: tuple[str, ...] = ()
    inner: tuple["Node", ...] = ()

    @property
    def texts(self) -> list[str]:
        """Every text of it and of what follows, in the order of the list."""
        return [self.title, *self.notes, *(text for each in self.inner for text in each.texts)]


def from_ground(book: Lawbook, id: str) -> Node:
    """A ground, the measures it leads to on the day, and the departments of each."""
    ground = book.rulebook.ground(id)
    measures = tuple(
        Node(title=pair.title, notes=_articles(pair), inner=_departments(pair))
        for pair in book.leads_to(id)
    )
    return Node(
        title=book.titles.ground(id), notes=(book.titles.field(ground.field),), inner=measures
    )


def to_measure(book: Lawbook, id: str) -> tuple[tuple[Node, ...], Node]:
    """The grounds that lead to a measure on the day, and the measure with its departments."""
    pairs = book.led_by(id)
    grounds = tuple(Node(title=pair.title, notes=_articles(pair)) for pair in pairs)
    departments = tuple(
        Node(title=title) for _, title in book.named(book.rulebook.measure(id).departments)
    )
    return grounds, Node(title=book.titles.measure(id), inner=departments)


def _departments(pair: Pair) -> tuple[Node, ...]:
    return tuple(Node(title=title) for _, title in pair.departments)


def _articles(pair: Pair) -> tuple[str, ...]:
    longest = gettext("at most {longest}").format(longest=pair.longest)
    return (*(_marked(each) for each in pair.cited), longest)


def _marked(cited: Cited) -> str:
    return cited.words if cited.sure else f"{cited.words} ({gettext('To be confirmed')})"


def chain_of_measure(grounds: tuple[Node, ...], measure: Node) -> list[Node]:
    """The measure's chain as one list: what leads to it, and who carries it out."""
    parts = (
        Node(title=gettext("Grounds that lead to it"), inner=grounds),
        Node(title=gettext("Carried out by"), inner=measure.inner),
    )
    return [Node(title=measure.title, inner=tuple(each for each in parts if each.inner))]
