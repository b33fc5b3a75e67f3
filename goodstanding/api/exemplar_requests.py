"""What is asked about an advantage: shown or not, given up, the announced end."""

from typing import Annotated

from pydantic import Field

from goodstanding.api.requests import Body, Id, Line, NoticeIn, Text, Yes


class AdvantageShownIn(Body):
    """Whether the organisation consents to the publicity of its advantage."""

    consents: Yes


class GivingUpIn(Body):
    """What the organisation says about giving its advantage up; nothing need be said."""

    text: Text = ""


class EndingNoticeIn(NoticeIn):
    """The records the advantage shall end on, why, and how the organisation was told."""

    records: Annotated[list[Id], Field(max_length=200)]
    reasons: Text


class EndingAnswerIn(Body):
    """What the organisation says about the announced end, or that it says nothing."""

    text: Text = ""
    waived: Yes = False


class EndingDecisionIn(Body):
    """The decision on the announced end: ``end`` or ``keep``."""

    outcome: Id
    document: Line
    reasons: Text
    answer: Text = ""
