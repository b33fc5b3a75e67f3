"""What can stand against a step of an inspection plan, and against the file of a draw."""

from goodstanding.rules.errors import Conflict, NotFound, Refusal


class PlanDepartmentMissing(Refusal):
    """Name at least one item of inspection; the departments of the items inspect together."""


class PlanItemOutsideField(Refusal):
    """The item {item} is not of the field {field}. A plan is of one field; choose items of it."""


class PlanItemNotInForce(Refusal):
    """The item {item} is not in force on {day}. Choose one that is."""


class PlanWithoutOwnItem(Refusal):
    """None of the items is of your department. Choose at least one that is, or let the department
    whose items they are make the plan."""


class PlanPeriodWrong(Refusal):
    """The period runs from {first} to {last}: it begins after today, ends on or after its first day,
    and is at most {most} days long. Correct the days."""


class PlanSizeWrong(Refusal):
    """The most organisations to be visited is a whole number of at least 0; 0 leaves it to the shares
    of the table."""


class PoolEmpty(Refusal):
    """There is no organisation in the pool. Hand in a list of codes that the register holds."""


class PoolCodesWrong(Refusal):
    """{count} codes of the list are not of organisations that a plan can draw, the first at the places
    {places}. Correct the list and hand it in again."""


class PlanStageWrong(Conflict):
    """This step is not open: the plan is {stage}."""


class PlanNotApproved(Conflict):
    """The plan is not approved. Another officer approves it first."""


class PlanNotCommitted(Conflict):
    """Nothing is committed to yet. Freeze the pool and publish the commitment first."""


class DrawnAlready(Conflict):
    """This plan was drawn on {on}; a plan is drawn once. Make another plan."""


class ContestWindowOpen(Conflict):
    """Organisations may contest how they are counted until {due}. Draw after that day."""


class ContestsOpen(Conflict):
    """{count} organisations contest how they are counted. Answer them before the draw."""


class PoolMovedOn(Conflict):
    """A contest was found right after the pool was frozen. Freeze the pool and commit again."""


class DrawTooLate(Conflict):
    """The first day of visits, {day}, is not ahead any more. Freeze the pool and commit again."""


class CapExceeded(Conflict):
    """Since the pool was frozen, other plans drew {count} of its organisations, which would now be
    visited more than {cap} times in the year. Freeze the pool and commit again."""


class ConflictDeclaredSince(Conflict):
    """{count} inspectors who would be drawn declared a conflict since the pool was frozen. Freeze the
    pool and commit again."""


class SeedNotCommitted(Conflict):
    """The seed is not the one that was committed to. A plan is drawn with that seed and no other."""


class PeriodWithoutCalendar(Conflict):
    """The official calendar of {year} is not loaded, so the working days of the period are not known.
    Load it first, or choose another period."""


class PeriodWithoutWorkingDay(Conflict):
    """No working day of the period is left after {day}. Choose a later period in a new plan."""


class NoInspectorLeft(Conflict):
    """No inspector of {department} is left for a visit on {day} who has declared no conflict and is not
    fully booked. Give the department more inspectors or the plan more days, and commit again."""


class NotInThePool(Conflict):
    """The organisation is not in the pool of this plan; there is nothing to contest."""


class ContestedAlready(Conflict):
    """The organisation has contested this plan already; each does so once."""


class ContestTextMissing(Refusal):
    """Say what is wrong with how the organisation is counted, in a sentence or two."""


class ContestTooLate(Conflict):
    """The time to contest ended on {due}, or the plan is drawn."""


class ContestUnknown(NotFound):
    """There is no contest of {organisation} that waits for an answer."""


class ContestOutcomeUnknown(Refusal):
    """The outcome "{outcome}" is not known; use one of {outcomes}."""


class InspectionReasonsMissing(Refusal):
    """Give the reasons, in a sentence or two."""


class VisitOutcomeUnknown(Refusal):
    """The result "{outcome}" is not known; use one of {outcomes}."""


class VisitUnknown(NotFound):
    """The plan has no visit {visit}."""


class VisitDayWrong(Refusal):
    """The day {day} is before the draw or still to come. Enter the day of the visit."""


class VisitsUnrecorded(Conflict):
    """{count} visits have no result yet. Record them, also those that could not take place."""


class DrawFileUnreadable(Refusal):
    """This is not a file of a draw that can be read: {problem}. Download it again from the plan's
    page."""


class DrawNotYet(Conflict):
    """The plan of this file is not drawn yet: it holds a commitment and no seed. Download it again
    after the draw."""


class PoolDiffers(Conflict):
    """The pool of the file is not the one whose digest was committed to."""


class FrameDiffers(Conflict):
    """Days, inspectors, items or shares of the file are not those whose digest was committed to."""


class DrawDiffers(Conflict):
    """The draw, done again, gives other visits than the file holds."""
