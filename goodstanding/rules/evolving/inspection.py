"""What acts mean for an inspection plan and for a visit."""

from msgspec.structs import asdict, replace

from goodstanding.rules.acts.envelope import Header
from goodstanding.rules.acts.inspection import (
    ContestAnswered,
    InspectionApproved,
    InspectionCommitted,
    InspectionDrawn,
    InspectionDropped,
    InspectionPlanned,
    ResultsPublished,
    SamplingContested,
    VisitRecorded,
)
from goodstanding.rules.evolving.meaning import Meaning
from goodstanding.rules.inspection.state import (
    Committed,
    Contested,
    Drawn,
    Figures,
    InspectionPlan,
    InspectionVisit,
)


def _planned(_: None, effect: InspectionPlanned, header: Header) -> InspectionPlan:
    return InspectionPlan(
        id=header.aggregate,
        **asdict(effect),
        planned_on=header.effective_on,
        planned_by=header.by,
        planned_at=header.position,
    )


def _approved(state: InspectionPlan, _: InspectionApproved, header: Header) -> InspectionPlan:
    return replace(state, approved_on=header.effective_on, approved_by=header.by)


def _dropped(state: InspectionPlan, _: InspectionDropped, header: Header) -> InspectionPlan:
    return replace(state, dropped_on=header.effective_on)


def _committed(
    state: InspectionPlan, effect: InspectionCommitted, header: Header
) -> InspectionPlan:
    """A later commitment holds; those before it stay, because they were public."""
    found = Committed(
        **asdict(effect), on=header.effective_on, by=header.by, position=header.position
    )
    return replace(state, commits=(*state.commits, found))


def _contested(state: InspectionPlan, effect: SamplingContested, header: Header) -> InspectionPlan:
    found = Contested(
        subject=effect.subject, on=header.effective_on, by=header.by, position=header.position
    )
    return replace(state, contests=(*state.contests, found))


def _answered(state: InspectionPlan, effect: ContestAnswered, header: Header) -> InspectionPlan:
    contests = tuple(
        replace(
            each,
            outcome=effect.outcome,
            answered_on=header.effective_on,
            answered_at=header.position,
        )
        if each.subject == effect.subject and not each.outcome
        else each
        for each in state.contests
    )
    return replace(state, contests=contests)


def _drawn(state: InspectionPlan, effect: InspectionDrawn, header: Header) -> InspectionPlan:
    found = Drawn(**asdict(effect), on=header.effective_on, by=header.by, position=header.position)
    return replace(state, drawn=found)


def _published(state: InspectionPlan, effect: ResultsPublished, header: Header) -> InspectionPlan:
    return replace(state, published_on=header.effective_on, figures=Figures(**asdict(effect)))


def _recorded(_: InspectionVisit | None, effect: VisitRecorded, header: Header) -> InspectionVisit:
    """The last recording holds."""
    return InspectionVisit(
        id=header.aggregate,
        **asdict(effect),
        recorded_on=header.effective_on,
        recorded_by=header.by,
        position=header.position,
    )


MEANING: Meaning = {
    InspectionPlanned: _planned,
    InspectionApproved: _approved,
    InspectionDropped: _dropped,
    InspectionCommitted: _committed,
    SamplingContested: _contested,
    ContestAnswered: _answered,
    InspectionDrawn: _drawn,
    VisitRecorded: _recorded,
    ResultsPublished: _published,
}
