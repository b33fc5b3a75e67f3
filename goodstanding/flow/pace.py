"""How many rows of a load go in one transaction: fewer while somebody waits for what it holds."""

from collections.abc import Iterator

from goodstanding.flow.judged_apart import Part
from goodstanding.register.bulk import CHUNK

#: So few cost two fifths more for each row, and hold the organisations for a sixth of the time.
FEWEST = CHUNK // 8


class Pace:
    """The size of the next piece; told after each whether somebody waited."""

    def __init__(self) -> None:
        self.rows = CHUNK

    def told(self, *, awaited: bool) -> None:
        """Half as many next time where somebody waited, else twice as many again."""
        self.rows = max(self.rows // 2, FEWEST) if awaited else min(self.rows * 2, CHUNK)

    def pieces(self, part: Part) -> Iterator[Part]:
        """A judged part in as many pieces as the pace of the moment asks for, in order."""
        left = part
        while len(left.judged.accepted) > self.rows:
            piece, rest = left.judged.split(after=left.judged.accepted[self.rows - 1].row)
            yield Part(judged=piece, acts=part.acts)
            left = Part(judged=rest, acts=part.acts)
        yield left
