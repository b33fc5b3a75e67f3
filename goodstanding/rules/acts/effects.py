"""Every kind of act there has ever been, in one union; `kind/version` is the tag."""

from goodstanding.rules.acts.application import (
    ApplicationAccepted,
    ApplicationDecided,
    ApplicationReceived,
    ConsequenceNoted,
    MissingPapersTold,
    PapersNotSupplied,
    PapersSupplied,
)
from goodstanding.rules.acts.aside import (
    ListEntryReceived,
    ListEntryWithdrawn,
    OutcomeDecided,
    OutcomeDropped,
    OutcomeKept,
)
from goodstanding.rules.acts.commitment import (
    BreachAnswered,
    BreachFollowed,
    BreachNotified,
    CommitmentFindingTakenBack,
    CommitmentFound,
    CommitmentHidden,
    CommitmentMade,
    CommitmentShown,
    CommitmentVerified,
    CommitmentWithdrawn,
)
from goodstanding.rules.acts.consent import ConsentGiven, ConsentRevoked, ConsentUsed
from goodstanding.rules.acts.designation import (
    DesignationDropped,
    DesignationEnded,
    DesignationListed,
    DesignationProposed,
    DesignationTranscribed,
    HearingHeld,
    HearingRequested,
    NoticeServed,
    StatementReceived,
    StatementWaived,
    StayBegun,
    StayEnded,
)
from goodstanding.rules.acts.distinction import (
    DistinctionConfirmed,
    DistinctionStated,
    DistinctionWithdrawn,
)
from goodstanding.rules.acts.evidence import EvidenceHandedIn
from goodstanding.rules.acts.exemplar import (
    EndingAnswered,
    EndingDeclined,
    EndingNotified,
    PublicityConsented,
    PublicityWithdrawn,
)
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
from goodstanding.rules.acts.measure import (
    MeasureAnswered,
    MeasureFedBack,
    MeasureReleased,
    MeasureResumed,
    MeasureStayed,
    MeasureTasked,
)
from goodstanding.rules.acts.objection import (
    ObjectionAccepted,
    ObjectionDecided,
    ObjectionExtended,
    ObjectionFiled,
    ObjectionFiledV1,
)
from goodstanding.rules.acts.organisation import (
    OrganisationCodeChanged,
    OrganisationDivided,
    OrganisationEntered,
    OrganisationFoundingCorrected,
    OrganisationLinkCorrected,
    OrganisationMerged,
    OrganisationNameCorrected,
    OrganisationNamed,
    OrganisationRegistered,
    OrganisationStatusChanged,
    OrganisationStatusCorrected,
    OrganisationSucceeded,
)
from goodstanding.rules.acts.proceeding import (
    MeasureOrderEnded,
    MeasureStayOrdered,
    OrderedStayEnded,
    ProceedingCarriedOut,
    ProceedingDecided,
    ProceedingOpened,
    ProceedingStayEnded,
    ProceedingStayOrdered,
    StayOrdered,
)
from goodstanding.rules.acts.record import (
    RecordCorrected,
    RecordCorrectedV1,
    RecordCorrectedV2,
    RecordEntered,
    RecordEnteredV1,
    RecordErrorDismissed,
    RecordErrorNoted,
    RecordMarked,
    RecordTextHeld,
    RecordTextRead,
    RecordTextWithheld,
    RecordUnmarked,
    RecordWithdrawn,
)
from goodstanding.rules.acts.removal import ContentRemoved, RemovalDropped, RemovalProposed
from goodstanding.rules.acts.repair import (
    DesignationRestored,
    MeasureRestored,
    RecordRepaired,
    RecordRestored,
    RepairAccepted,
    RepairApplied,
    RepairDecided,
    RepairExtended,
    RepairPapersAsked,
    RepairPapersSupplied,
    RepairReceived,
    RepairRevoked,
    RepairTakenBack,
    RevocationAnswered,
    RevocationNotified,
)
from goodstanding.rules.acts.service import LetterServed, PublicNoticeBegun, ServiceFailed
from goodstanding.rules.acts.system import (
    CalendarApproved,
    CalendarDrafted,
    CalendarLoaded,
    DraftWithdrawn,
    GoingLiveDeclared,
    ReturnFiled,
    RulebookActivated,
    RulebookApproved,
    RulebookDrafted,
)
from goodstanding.rules.acts.transition import ValuesReResolved

Effect = (
    RulebookActivated
    | CalendarLoaded
    | RulebookDrafted
    | RulebookApproved
    | CalendarDrafted
    | CalendarApproved
    | DraftWithdrawn
    | GoingLiveDeclared
    | ReturnFiled
    | OrganisationEntered
    | OrganisationNamed
    | OrganisationRegistered
    | OrganisationStatusChanged
    | OrganisationMerged
    | OrganisationDivided
    | OrganisationCodeChanged
    | OrganisationSucceeded
    | OrganisationNameCorrected
    | OrganisationFoundingCorrected
    | OrganisationStatusCorrected
    | OrganisationLinkCorrected
    | RecordEnteredV1
    | RecordEntered
    | RecordMarked
    | RecordErrorNoted
    | RecordErrorDismissed
    | RecordTextHeld
    | RecordTextRead
    | RecordTextWithheld
    | RecordUnmarked
    | RecordCorrectedV1
    | RecordCorrectedV2
    | RecordCorrected
    | RecordWithdrawn
    | DesignationProposed
    | NoticeServed
    | StatementReceived
    | StatementWaived
    | HearingRequested
    | HearingHeld
    | DesignationListed
    | DesignationDropped
    | DesignationTranscribed
    | DesignationEnded
    | StayBegun
    | StayEnded
    | MeasureTasked
    | MeasureAnswered
    | MeasureStayed
    | MeasureResumed
    | MeasureReleased
    | MeasureFedBack
    | ObjectionFiledV1
    | ObjectionFiled
    | ObjectionAccepted
    | ObjectionExtended
    | ObjectionDecided
    | RepairApplied
    | RepairPapersAsked
    | RepairPapersSupplied
    | RepairAccepted
    | RepairExtended
    | RepairDecided
    | RepairTakenBack
    | RepairReceived
    | RevocationNotified
    | RevocationAnswered
    | RepairRevoked
    | RecordRepaired
    | RecordRestored
    | DesignationRestored
    | MeasureRestored
    | ServiceFailed
    | PublicNoticeBegun
    | LetterServed
    | ProceedingOpened
    | ProceedingStayOrdered
    | ProceedingStayEnded
    | ProceedingDecided
    | ProceedingCarriedOut
    | StayOrdered
    | OrderedStayEnded
    | MeasureStayOrdered
    | MeasureOrderEnded
    | ValuesReResolved
    | OutcomeKept
    | OutcomeDecided
    | OutcomeDropped
    | ListEntryReceived
    | ListEntryWithdrawn
    | DistinctionStated
    | DistinctionConfirmed
    | DistinctionWithdrawn
    | RemovalProposed
    | RemovalDropped
    | ContentRemoved
    | EvidenceHandedIn
    | CommitmentMade
    | CommitmentShown
    | CommitmentHidden
    | CommitmentWithdrawn
    | CommitmentVerified
    | BreachNotified
    | BreachAnswered
    | CommitmentFound
    | CommitmentFindingTakenBack
    | BreachFollowed
    | ConsentGiven
    | ConsentRevoked
    | ConsentUsed
    | InspectionPlanned
    | InspectionApproved
    | InspectionDropped
    | InspectionCommitted
    | SamplingContested
    | ContestAnswered
    | InspectionDrawn
    | VisitRecorded
    | ResultsPublished
    | PublicityConsented
    | PublicityWithdrawn
    | EndingNotified
    | EndingAnswered
    | EndingDeclined
    | ApplicationReceived
    | MissingPapersTold
    | PapersSupplied
    | ApplicationAccepted
    | ApplicationDecided
    | PapersNotSupplied
    | ConsequenceNoted
)
