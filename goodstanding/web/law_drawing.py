"""The drawing ground → measures → departments: boxes and lines placed here, drawn as SVG."""

from collections.abc import Iterable, Sequence

import msgspec

from goodstanding.web.law_chain import Node
from goodstanding.web.text_width import fit

WIDTH = 900
#: Left edge and width of the three columns; between them run the lines.
COLUMNS = ((0, 236), (292, 330), (678, 222))
TITLE, NOTE = 15, 13
LEADING, NOTE_LEADING = 21, 18
PAD, GAP, TOP = 16, 14, 8
#: What stands alone beside a tall column stays near its top, where the reader begins.
LOWEST = 160


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """One line of text of a box; ``note``: the smaller one."""

    x: float
    y: float
    words: str
    note: bool


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """A box with its texts; ``first``: the one it all begins with."""

    x: float
    y: float
    width: float
    height: float
    first: bool
    texts: tuple[Text, ...]


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """Boxes and the lines between them, in the units of ``viewBox``."""

    height: float
    boxes: tuple[Box, ...]
    wires: tuple[str, ...]
    width: float = WIDTH


def draw_ground(ground: Node) -> Drawing | None:
    """A ground at the left, a row for each measure with its departments; None where it has none."""
    if not ground.inner:
        return None
    rows: list[tuple[Box, Box]] = []
    y: float = TOP
    for measure in ground.inner:
        parts = (_node(measure, 1, y), _group(measure.inner, y))
        height = max(each.height for each in parts)
        rows.append((_middle(parts[0], y, height), _middle(parts[1], y, height)))
        y += height + GAP
    first = _beside(_node(ground, 0, 0, first=True), [measure for measure, _ in rows])
    wires = [_wire(first, measure) for measure, _ in rows]
    wires += [_wire(measure, departments) for measure, departments in rows]
    return _drawing((first, *(box for row in rows for box in row)), wires)


def draw_measure(grounds: Sequence[Node], measure: Node) -> Drawing | None:
    """The grounds at the left, the measure, its departments at the right; None without grounds."""
    if not grounds:
        return None
    left = _stack(grounds, 0, first=True)
    right = _stack(measure.inner, 2)
    centre = _beside(_node(measure, 1, 0), left if len(left) > 1 else right)
    wires = [_wire(each, centre) for each in left] + [_wire(centre, each) for each in right]
    return _drawing((*left, centre, *right), wires)


def _drawing(boxes: tuple[Box, ...], wires: Iterable[str]) -> Drawing:
    height = max(box.y + box.height for box in boxes) + TOP
    return Drawing(height=height, boxes=boxes, wires=tuple(wires))


def _node(node: Node, column: int, y: float, *, first: bool = False) -> Box:
    room = COLUMNS[column][1] - 2 * PAD
    titles = fit(node.title, size=TITLE, room=room)
    notes = [line for note in node.notes for line in fit(note, size=NOTE, room=room)]
    return _box(titles, notes, column, y, first)


def _group(nodes: Sequence[Node], y: float) -> Box:
    """Several things in one box, a line or more each."""
    room = COLUMNS[2][1] - 2 * PAD
    return _box([x for n in nodes for x in fit(n.title, size=TITLE, room=room)], [], 2, y, False)


def _box(titles: list[str], notes: list[str], column: int, y: float, first: bool) -> Box:
    x, width = COLUMNS[column]
    texts: list[Text] = []
    baseline = y + PAD - 4
    for words, leading, note in [
        *((each, LEADING, False) for each in titles),
        *((each, NOTE_LEADING, True) for each in notes),
    ]:
        baseline += leading
        texts.append(Text(x=x + PAD, y=baseline - 4, words=words, note=note))
    height = baseline + PAD - 4 - y
    return Box(x=x + 0.5, y=y, width=width - 1, height=height, first=first, texts=tuple(texts))


def _stack(nodes: Sequence[Node], column: int, *, first: bool = False) -> list[Box]:
    y: float = TOP
    found: list[Box] = []
    for node in nodes:
        found.append(_node(node, column, y, first=first))
        y += found[-1].height + GAP
    return found


def _beside(box: Box, column: Sequence[Box]) -> Box:
    """The box half-way beside a column, or near the top of a tall one."""
    if not column:
        return _middle(box, TOP, box.height)
    height = column[-1].y + column[-1].height - column[0].y
    middle = column[0].y + (height - box.height) / 2
    return _moved(box, max(float(TOP), min(middle, LOWEST)))


def _middle(box: Box, y: float, height: float) -> Box:
    return _moved(box, y + (height - box.height) / 2)


def _moved(box: Box, y: float) -> Box:
    by = y - box.y
    texts = tuple(msgspec.structs.replace(each, y=each.y + by) for each in box.texts)
    return msgspec.structs.replace(box, y=y, texts=texts)


def _wire(one: Box, other: Box) -> str:
    x1, y1 = one.x + one.width, one.y + one.height / 2
    x2, y2 = other.x, other.y + other.height / 2
    middle = (x1 + x2) / 2
    return f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"
