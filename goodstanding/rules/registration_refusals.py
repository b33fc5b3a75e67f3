"""What can be wrong with a row of base registration, and how its sender mends it."""

from goodstanding.rules.errors import Refusal


class StatusUnknown(Refusal):
    """The status {status} is not known. Choose from the list: 存续, 歇业, 吊销, 注销."""


class ReasonUnknown(Refusal):
    """The reason {reason} is not known. Choose from the list of the template."""


class BeforeTheFounding(Refusal):
    """The day {day} lies before the day of the founding, {established_on}. Compare both."""


class AfterTheApproval(Refusal):
    """The day {day} lies after the day of the approval, {approved_on}. Compare both."""


class ChangeDayMissing(Refusal):
    """An end, merger or division needs its day. Fill it in."""


class ReasonMissing(Refusal):
    """An end, and every successor, needs a reason: 注销, 吸收合并, 解散分立 … Fill it in."""


class ReasonWithoutEnd(Refusal):
    """The reason {reason} ends the organisation, but its status is another. Compare both."""


class SuccessorsDoNotFit(Refusal):
    """The reason {reason} does not go with {count} successors. A merger has one, a division that
    dissolves has two or more, one that leaves the organisation has one or more, any other end none."""


class SuccessorIsItself(Refusal):
    """An organisation cannot succeed itself. Enter the code of the other one."""


class CodeDayMissing(Refusal):
    """A former code needs the first day of the code that replaced it. Fill it in."""


class FormerCodeMissing(Refusal):
    """A first day of the present code needs the former code. Fill it in, or empty the day."""


class SuccessorUnknown(Refusal):
    """The register does not know the successor yet. Send the successor's base registration first."""


class NotTheRegistrar(Refusal):
    """The base registration of this class of body ({class_title}) comes from another department:
    {registrar}. Leave the row to it."""


class RegistrarNotNamed(Refusal):
    """The rulebook names no department that registers this class of body: {class_title}. Leave the
    row out."""


class NameDayMissing(Refusal):
    """The register knows another name. Enter the first day of this one, so that both stand in order."""


class StatusDayMissing(Refusal):
    """The register knows another status. Enter the first day of this one, so that both stand in
    order."""


class NameConflicts(Refusal):
    """The register has {known} from {day} on, which this row contradicts. It is not overwritten:
    compare both with the registration file, and send the day that is right."""


class StatusConflicts(Refusal):
    """The register has another status from {day} on, which this row contradicts. It is not
    overwritten: compare both with the registration file."""


class FoundingConflicts(Refusal):
    """The register has {day} as the day of the founding. It is not overwritten: compare both with
    the registration file."""


class SuccessionConflicts(Refusal):
    """The register has another merger, division or end from {day} on. It is not overwritten: compare
    both with the registration file."""


class FormerCodeConflicts(Refusal):
    """The former code is known to have been replaced by another code, or by this one on another day
    ({day}). It is not overwritten: compare both with the registration file."""
