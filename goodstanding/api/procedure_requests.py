"""What a request about a department's case of a procedure may say."""

from typing import Annotated

from pydantic import Field

from goodstanding.api.fields import Body, Id, Line
from goodstanding.rules.procuring.entering import MOST


class ProcedureCaseIn(Body):
    """A case to open. ``points``: what its document promises, as decimal text, by the bonus's id."""

    procedure: Id
    number: Line
    document: Line = ""
    points: Annotated[dict[Id, Line], Field(max_length=20)] = {}


class BiddersIn(Body):
    """The organisations of a list in its order; all of them are entered, or none."""

    codes: Annotated[list[Line], Field(min_length=1, max_length=MOST)]


class NextStageIn(Body):
    """The next stage. ``seen``: the mark of the changes that were looked at; refused if others came."""

    stage: Id
    seen: Line | None = None


class ResultIn(Body):
    """What became of one bidder; ``reason``: why a restriction in force does not keep it out."""

    organisation: Line
    result: Id
    reason: Line = ""


class ResultsIn(Body):
    """Results, each of another bidder; all are kept, or none."""

    results: Annotated[list[ResultIn], Field(min_length=1, max_length=MOST)]
