"""The one table of who may do what, where; everything else asks it through `rules.policy`."""

from enum import StrEnum
from types import MappingProxyType

import msgspec

from goodstanding.rules.actors import Power, Role, Scope


class Action(StrEnum):
    """What can be asked of the register."""

    READ_PUBLIC = "read_public"
    ENTER_RECORDS = "enter_records"
    CONFIRM_TRANSCRIPTION = "confirm_transcription"
    CORRECT_RECORD = "correct_record"
    CORRECT_OWN_ENTRY = "correct_own_entry"
    WITHDRAW_RECORD = "withdraw_record"
    NOTE_ERROR = "note_error"
    DISMISS_ERROR = "dismiss_error"
    FIND_TEXT_FIT = "find_text_fit"
    PROPOSE = "propose"
    SERVE_NOTICE = "serve_notice"
    SERVE_LETTER = "serve_letter"
    RECORD_STATEMENT = "record_statement"
    REQUEST_HEARING = "request_hearing"
    HOLD_HEARING = "hold_hearing"
    DECIDE = "decide"
    REVOKE_DESIGNATION = "revoke_designation"
    RESPOND_TASK = "respond_task"
    FEED_BACK_TASK = "feed_back_task"
    FILE_OBJECTION = "file_objection"
    ACCEPT_OBJECTION = "accept_objection"
    EXTEND_OBJECTION = "extend_objection"
    DECIDE_OBJECTION = "decide_objection"
    ENTER_PROCEEDING = "enter_proceeding"
    ORDER_STAY = "order_stay"
    END_ORDERED_STAY = "end_ordered_stay"
    DECIDE_PROCEEDING = "decide_proceeding"
    ENTER_SHIELD = "enter_shield"
    END_SHIELD = "end_shield"
    CARRY_OUT = "carry_out"
    STATE_DISTINCT = "state_distinct"
    CONFIRM_DISTINCT = "confirm_distinct"
    WITHDRAW_DISTINCT = "withdraw_distinct"
    FILE_REPAIR = "file_repair"
    ACCEPT_REPAIR = "accept_repair"
    EXTEND_REPAIR = "extend_repair"
    DECIDE_REPAIR = "decide_repair"
    TAKE_REPAIR_RESULT = "take_repair_result"
    CORRECT_REGISTRATION = "correct_registration"
    NOTIFY_REVOCATION = "notify_revocation"
    REVOKE_REPAIR = "revoke_repair"
    CHECK = "check"
    SCREEN = "screen"
    WATCH = "watch"
    READ_WATCHES = "read_watches"
    KEEP_PROCEDURE_CASE = "keep_procedure_case"
    DRAW_UP_BASIS = "draw_up_basis"
    READ_PROCEDURE_CASES = "read_procedure_cases"
    READ_RECEIPT = "read_receipt"
    READ_DOSSIER = "read_dossier"
    READ_CONDITIONS = "read_conditions"
    READ_CASE = "read_case"
    READ_LETTER = "read_letter"
    READ_TASKS = "read_tasks"
    READ_CHANGES = "read_changes"
    READ_RECALLS = "read_recalls"
    ACKNOWLEDGE_RECALL = "acknowledge_recall"
    READ_REOPENINGS = "read_reopenings"
    CONCLUDE_REOPENING = "conclude_reopening"
    FILE_RETURN = "file_return"
    READ_MESSAGES = "read_messages"
    SEND_AGAIN = "send_again"
    ARRANGE_CONTACT = "arrange_contact"
    ARRANGE_ENDPOINTS = "arrange_endpoints"
    READ_OUTCOMES = "read_outcomes"
    RECEIVE_LISTS = "receive_lists"
    READ_OFFERED_LISTS = "read_offered_lists"
    WITHDRAW_LISTS = "withdraw_lists"
    SEE_OVERSIGHT = "see_oversight"
    READ_LOG = "read_log"
    ACTIVATE_RULEBOOK = "activate_rulebook"
    LOAD_CALENDAR = "load_calendar"
    DRAFT_LAW = "draft_law"
    APPROVE_LAW = "approve_law"
    VERIFY_REGISTER = "verify_register"
    EXPORT_REGISTER = "export_register"
    READ_SIGN_INS = "read_sign_ins"
    MANAGE_ACCOUNTS = "manage_accounts"
    ARRANGE_OWN_WORK = "arrange_own_work"
    ARRANGE_WORK = "arrange_work"
    READ_REPRESENTATIVES = "read_representatives"
    ARRANGE_AGENTS = "arrange_agents"
    GO_LIVE = "go_live"
    PROPOSE_REMOVAL = "propose_removal"
    APPROVE_REMOVAL = "approve_removal"
    DROP_REMOVAL = "drop_removal"
    READ_REMOVALS = "read_removals"
    HAND_IN_EVIDENCE = "hand_in_evidence"
    READ_EVIDENCE = "read_evidence"
    MAKE_COMMITMENT = "make_commitment"
    WITHDRAW_COMMITMENT = "withdraw_commitment"
    SHOW_COMMITMENT = "show_commitment"
    VERIFY_COMMITMENT = "verify_commitment"
    NOTIFY_BREACH = "notify_breach"
    ANSWER_BREACH = "answer_breach"
    FIND_KEPT = "find_kept"
    FIND_BROKEN = "find_broken"
    TAKE_BACK_FINDING = "take_back_finding"
    FOLLOW_BREACH = "follow_breach"
    READ_COMMITMENT = "read_commitment"
    READ_CLAIMS = "read_claims"
    GIVE_CONSENT = "give_consent"
    REVOKE_CONSENT = "revoke_consent"
    READ_CONSENTS = "read_consents"
    PULL = "pull"
    MANAGE_INSTITUTIONS = "manage_institutions"
    PLAN_INSPECTION = "plan_inspection"
    APPROVE_INSPECTION = "approve_inspection"
    DROP_INSPECTION = "drop_inspection"
    COMMIT_INSPECTION = "commit_inspection"
    CONTEST_SAMPLING = "contest_sampling"
    ANSWER_SAMPLING = "answer_sampling"
    DRAW_INSPECTION = "draw_inspection"
    RECORD_VISIT = "record_visit"
    PUBLISH_INSPECTION = "publish_inspection"
    READ_INSPECTIONS = "read_inspections"
    ARRANGE_PUBLICITY = "arrange_publicity"
    GIVE_UP_ADVANTAGE = "give_up_advantage"
    NOTIFY_ENDING = "notify_ending"
    ANSWER_ENDING = "answer_ending"
    DECIDE_ENDING = "decide_ending"
    HANDLE_APPLICATION = "handle_application"
    ACCEPT_APPLICATION = "accept_application"
    DECIDE_APPLICATION = "decide_application"
    READ_APPLICATIONS = "read_applications"


class Where(StrEnum):
    """How far a right reaches."""

    ANYWHERE = "anywhere"
    OWN_DEPARTMENT = "own department"
    OWN_ORGANISATION = "own organisation"
    OWN_RECEIPTS = "what was told to them"


class Right(msgspec.Struct, frozen=True, kw_only=True):
    """One way to be allowed: a role, how far it reaches, and the scope or power it needs."""

    role: Role
    where: Where
    scope: Scope | None = None
    power: Power | None = None


def _all(where: Where, *roles: Role) -> tuple[Right, ...]:
    return tuple(Right(role=role, where=where) for role in roles)


def _client(scope: Scope, where: Where) -> tuple[Right, ...]:
    return (Right(role=Role.CLIENT, where=where, scope=scope),)


def _organisation(power: Power) -> tuple[Right, ...]:
    return (Right(role=Role.REPRESENTATIVE, where=Where.OWN_ORGANISATION, power=power),)


_OFFICER = _all(Where.OWN_DEPARTMENT, Role.OFFICER)
_REVIEWER = _all(Where.OWN_DEPARTMENT, Role.REVIEWER)
_DESK = _OFFICER + _REVIEWER
_COUNTER = _OFFICER + _organisation(Power.REMEDIES)
_CREDIT_OFFICE = _all(Where.ANYWHERE, Role.CREDIT_OFFICE)
_OVERSIGHT = _CREDIT_OFFICE + _all(Where.ANYWHERE, Role.AUDITOR)
_ANY_DESK = _all(Where.ANYWHERE, Role.OFFICER, Role.REVIEWER, Role.CREDIT_OFFICE)
_TOLD = _all(Where.OWN_RECEIPTS, Role.OFFICER, Role.REVIEWER, Role.CREDIT_OFFICE)
_TOLD_CLIENT = _client(Scope.RECALLS, Where.OWN_RECEIPTS)
_READER = _organisation(Power.READING)
# An institution outside the administration: what was told to it, and nothing else.
_INSTITUTION = _all(Where.OWN_RECEIPTS, Role.INSTITUTION)

# Only a person decides: a client of the API supplies, asks and reports. It concludes a reopening
# because a public body without accounts here has no other way to report what its people decided.
RIGHTS: MappingProxyType[Action, tuple[Right, ...]] = MappingProxyType(
    {
        Action.READ_PUBLIC: _all(Where.ANYWHERE, *Role),
        Action.ENTER_RECORDS: _OFFICER + _client(Scope.RECORDS, Where.OWN_DEPARTMENT),
        Action.CONFIRM_TRANSCRIPTION: _DESK,
        Action.CORRECT_RECORD: _REVIEWER,
        Action.CORRECT_OWN_ENTRY: _OFFICER,
        Action.WITHDRAW_RECORD: _REVIEWER,
        Action.NOTE_ERROR: _DESK,
        Action.DISMISS_ERROR: _DESK,
        Action.FIND_TEXT_FIT: _DESK,
        Action.PROPOSE: _OFFICER,
        Action.SERVE_NOTICE: _OFFICER,
        Action.SERVE_LETTER: _OFFICER,
        Action.RECORD_STATEMENT: _COUNTER,
        Action.REQUEST_HEARING: _COUNTER,
        Action.HOLD_HEARING: _DESK,
        Action.DECIDE: _REVIEWER,
        Action.REVOKE_DESIGNATION: _REVIEWER,
        Action.RESPOND_TASK: _OFFICER,
        Action.FEED_BACK_TASK: _OFFICER + _client(Scope.TASKS, Where.OWN_DEPARTMENT),
        Action.FILE_OBJECTION: _COUNTER,
        Action.FILE_REPAIR: _COUNTER,
        Action.ACCEPT_REPAIR: _OFFICER,
        Action.EXTEND_REPAIR: _REVIEWER,
        Action.DECIDE_REPAIR: _REVIEWER,
        # What another body decided is transcribed for the whole city, or by its department.
        Action.TAKE_REPAIR_RESULT: _REVIEWER + _CREDIT_OFFICE,
        Action.CORRECT_REGISTRATION: _REVIEWER,
        Action.NOTIFY_REVOCATION: _OFFICER,
        Action.REVOKE_REPAIR: _REVIEWER,
        Action.ACCEPT_OBJECTION: _DESK,
        Action.EXTEND_OBJECTION: _REVIEWER,
        Action.DECIDE_OBJECTION: _REVIEWER,
        # What protects is entered by one officer at once; what ends a protection by a second one.
        Action.ENTER_PROCEEDING: _OFFICER,
        Action.ORDER_STAY: _OFFICER,
        Action.END_ORDERED_STAY: _REVIEWER,
        Action.DECIDE_PROCEEDING: _REVIEWER,
        # A ruling about an organisation is nobody's own decision: the credit office enters it too.
        Action.ENTER_SHIELD: _OFFICER + _CREDIT_OFFICE,
        Action.END_SHIELD: _REVIEWER + _CREDIT_OFFICE,
        Action.CARRY_OUT: _REVIEWER,
        Action.STATE_DISTINCT: _COUNTER,
        Action.CONFIRM_DISTINCT: _DESK,
        Action.WITHDRAW_DISTINCT: _REVIEWER,
        Action.CHECK: _ANY_DESK + _client(Scope.CHECKS, Where.ANYWHERE),
        Action.SCREEN: _ANY_DESK + _client(Scope.CHECKS, Where.ANYWHERE),
        # A department's own cases: nobody else, and no body without a department, watches anybody.
        Action.WATCH: _DESK + _client(Scope.CHECKS, Where.OWN_DEPARTMENT),
        Action.READ_WATCHES: _DESK
        + _client(Scope.CHECKS, Where.OWN_DEPARTMENT)
        + _all(Where.ANYWHERE, Role.AUDITOR),
        # A case of a procedure is its department's own too; what it decided a client only reports.
        Action.KEEP_PROCEDURE_CASE: _DESK + _client(Scope.CHECKS, Where.OWN_DEPARTMENT),
        Action.DRAW_UP_BASIS: _DESK + _client(Scope.CHECKS, Where.OWN_DEPARTMENT),
        Action.READ_PROCEDURE_CASES: _DESK
        + _client(Scope.CHECKS, Where.OWN_DEPARTMENT)
        + _all(Where.ANYWHERE, Role.AUDITOR),
        Action.READ_RECEIPT: _TOLD
        + _client(Scope.CHECKS, Where.OWN_RECEIPTS)
        + _READER
        + _OVERSIGHT,
        Action.READ_DOSSIER: _DESK
        + _READER
        + _client(Scope.DOSSIER, Where.OWN_DEPARTMENT)
        + _client(Scope.DOSSIER, Where.OWN_ORGANISATION)
        + _OVERSIGHT,
        # Whoever may ask a check may read why; strangers are told of nobody whether it meets one.
        Action.READ_CONDITIONS: _ANY_DESK
        + _client(Scope.CHECKS, Where.ANYWHERE)
        + _READER
        + _client(Scope.DOSSIER, Where.OWN_ORGANISATION)
        + _OVERSIGHT,
        Action.READ_CASE: _DESK + _READER + _OVERSIGHT,
        # A letter is between a department and an organisation; who oversees both reads it too.
        Action.READ_LETTER: _DESK + _READER + _OVERSIGHT,
        Action.READ_TASKS: _DESK + _client(Scope.TASKS, Where.OWN_DEPARTMENT) + _OVERSIGHT,
        Action.READ_CHANGES: _ANY_DESK
        + _client(Scope.CHECKS, Where.ANYWHERE)
        + _all(Where.ANYWHERE, Role.AUDITOR),
        Action.READ_RECALLS: _TOLD + _TOLD_CLIENT + _INSTITUTION + _OVERSIGHT,
        Action.ACKNOWLEDGE_RECALL: _TOLD + _TOLD_CLIENT + _INSTITUTION,
        Action.READ_REOPENINGS: _TOLD + _TOLD_CLIENT + _READER + _OVERSIGHT,
        Action.CONCLUDE_REOPENING: _TOLD + _TOLD_CLIENT,
        Action.FILE_RETURN: _DESK,
        Action.READ_MESSAGES: _TOLD + _TOLD_CLIENT + _INSTITUTION + _READER + _OVERSIGHT,
        Action.SEND_AGAIN: _TOLD + _INSTITUTION + _CREDIT_OFFICE,
        # Where somebody is told things is their own word: nobody redirects another's mail.
        Action.ARRANGE_CONTACT: _REVIEWER
        + _all(Where.OWN_ORGANISATION, Role.REPRESENTATIVE)
        + _INSTITUTION,
        Action.ARRANGE_ENDPOINTS: _REVIEWER + _CREDIT_OFFICE + _TOLD_CLIENT + _INSTITUTION,
        # What nobody decided on is its department's alone; the credit office is no exception.
        Action.READ_OUTCOMES: _DESK + _READER + _all(Where.ANYWHERE, Role.AUDITOR),
        Action.RECEIVE_LISTS: _OFFICER,
        Action.READ_OFFERED_LISTS: _ANY_DESK + _READER + _all(Where.ANYWHERE, Role.AUDITOR),
        Action.WITHDRAW_LISTS: _CREDIT_OFFICE,
        # Whoever answers for a department's decisions sees how its own terms are kept.
        Action.SEE_OVERSIGHT: _OVERSIGHT + _REVIEWER,
        Action.READ_LOG: _all(Where.ANYWHERE, Role.AUDITOR),
        Action.ACTIVATE_RULEBOOK: _CREDIT_OFFICE,
        Action.LOAD_CALENDAR: _CREDIT_OFFICE,
        Action.DRAFT_LAW: _CREDIT_OFFICE,
        Action.APPROVE_LAW: _CREDIT_OFFICE,
        Action.VERIFY_REGISTER: _OVERSIGHT,
        Action.GO_LIVE: _CREDIT_OFFICE,
        Action.EXPORT_REGISTER: _CREDIT_OFFICE,
        Action.READ_SIGN_INS: _OVERSIGHT,
        Action.MANAGE_ACCOUNTS: _CREDIT_OFFICE,
        Action.ARRANGE_OWN_WORK: _DESK,
        Action.ARRANGE_WORK: _REVIEWER,
        Action.READ_REPRESENTATIVES: _READER + _OVERSIGHT,
        # Only who acts for it without limit: an agent passes no power on and ends none.
        Action.ARRANGE_AGENTS: _all(Where.OWN_ORGANISATION, Role.REPRESENTATIVE),
        # What is destroyed comes back from nowhere: an officer proposes it, a reviewer answers for it.
        Action.PROPOSE_REMOVAL: _OFFICER,
        Action.APPROVE_REMOVAL: _REVIEWER,
        Action.DROP_REMOVAL: _DESK,
        Action.READ_REMOVALS: _DESK + _OVERSIGHT,
        Action.HAND_IN_EVIDENCE: _COUNTER,
        # Whoever decides, and whose they are: oversight sees no file.
        Action.READ_EVIDENCE: _DESK + _READER,
        # A promise is the organisation's own word; one signed on paper is entered at the counter.
        Action.MAKE_COMMITMENT: _COUNTER,
        Action.WITHDRAW_COMMITMENT: _COUNTER,
        # What is public with consent is so by the organisation's own hand alone.
        Action.SHOW_COMMITMENT: _organisation(Power.REMEDIES),
        Action.VERIFY_COMMITMENT: _DESK,
        Action.NOTIFY_BREACH: _OFFICER,
        Action.ANSWER_BREACH: _COUNTER,
        Action.FIND_KEPT: _DESK,
        Action.FIND_BROKEN: _REVIEWER,
        Action.TAKE_BACK_FINDING: _REVIEWER,
        Action.FOLLOW_BREACH: _REVIEWER,
        Action.READ_COMMITMENT: _DESK
        + _READER
        + _client(Scope.DOSSIER, Where.OWN_DEPARTMENT)
        + _client(Scope.DOSSIER, Where.OWN_ORGANISATION)
        + _OVERSIGHT,
        # Claims are nobody's finding: only the department that verifies sees how many there are.
        Action.READ_CLAIMS: _DESK,
        # Only who acts for the organisation without limit opens anything to others; no officer does.
        Action.GIVE_CONSENT: _all(Where.OWN_ORGANISATION, Role.REPRESENTATIVE),
        Action.REVOKE_CONSENT: _all(Where.OWN_ORGANISATION, Role.REPRESENTATIVE),
        Action.READ_CONSENTS: _READER
        + _INSTITUTION
        + _client(Scope.CONSENTS, Where.OWN_RECEIPTS)
        + _all(Where.ANYWHERE, Role.AUDITOR),
        Action.PULL: _INSTITUTION + _client(Scope.CONSENTS, Where.OWN_RECEIPTS),
        Action.MANAGE_INSTITUTIONS: _CREDIT_OFFICE,
        # Chance draws, but people plan and answer for it; how it is counted is the organisation's to
        # contest and nobody else's.
        Action.PLAN_INSPECTION: _OFFICER,
        Action.APPROVE_INSPECTION: _REVIEWER,
        Action.DROP_INSPECTION: _DESK,
        Action.COMMIT_INSPECTION: _DESK,
        Action.CONTEST_SAMPLING: _organisation(Power.REMEDIES),
        Action.ANSWER_SAMPLING: _DESK,
        Action.DRAW_INSPECTION: _DESK,
        Action.RECORD_VISIT: _DESK + _client(Scope.TASKS, Where.OWN_DEPARTMENT),
        Action.PUBLISH_INSPECTION: _REVIEWER,
        Action.READ_INSPECTIONS: _DESK + _client(Scope.TASKS, Where.OWN_DEPARTMENT) + _OVERSIGHT,
        # What an organisation has earned is its own to show and to give up: by nobody with a limited
        # power, and by no officer in its name.
        Action.ARRANGE_PUBLICITY: _all(Where.OWN_ORGANISATION, Role.REPRESENTATIVE),
        Action.GIVE_UP_ADVANTAGE: _all(Where.OWN_ORGANISATION, Role.REPRESENTATIVE),
        Action.NOTIFY_ENDING: _OFFICER,
        Action.ANSWER_ENDING: _COUNTER,
        Action.DECIDE_ENDING: _REVIEWER,
        # A department's own system receives an application and its papers; people accept and decide.
        Action.HANDLE_APPLICATION: _OFFICER + _client(Scope.RECORDS, Where.OWN_DEPARTMENT),
        Action.ACCEPT_APPLICATION: _OFFICER,
        Action.DECIDE_APPLICATION: _DESK,
        Action.READ_APPLICATIONS: _DESK
        + _client(Scope.RECORDS, Where.OWN_DEPARTMENT)
        + _READER
        + _OVERSIGHT,
    }
)

# Four eyes: these steps need another person than the one who took the step named here. An objection
# is decided by another than who accepted it, because who accepts it also verifies it. A record goes
# or changes only by another hand than entered it, but for an own slip of the same day
# (`rules.correction.own_entry`); a listing ends only by another than proposed it.
OTHER_THAN: MappingProxyType[Action, str] = MappingProxyType(
    {
        Action.CONFIRM_TRANSCRIPTION: "enter_records",
        Action.CORRECT_RECORD: "enter_records",
        Action.WITHDRAW_RECORD: "enter_records",
        Action.TAKE_REPAIR_RESULT: "enter_records",
        Action.CORRECT_REGISTRATION: "enter_records",
        Action.DISMISS_ERROR: "note_error",
        Action.DECIDE: "propose",
        Action.REVOKE_DESIGNATION: "propose",
        Action.EXTEND_OBJECTION: "accept_objection",
        Action.DECIDE_OBJECTION: "accept_objection",
        Action.END_ORDERED_STAY: "order_stay",
        Action.DECIDE_PROCEEDING: "enter_proceeding",
        Action.CARRY_OUT: "enter_proceeding",
        Action.END_SHIELD: "enter_shield",
        Action.CONFIRM_DISTINCT: "state_distinct",
        Action.WITHDRAW_DISTINCT: "state_distinct",
        Action.APPROVE_INSPECTION: "plan_inspection",
        Action.DECIDE_REPAIR: "accept_repair",
        Action.REVOKE_REPAIR: "notify_revocation",
        Action.APPROVE_REMOVAL: "propose_removal",
        Action.FIND_BROKEN: "notify_breach",
        Action.TAKE_BACK_FINDING: "find_kept",
        Action.FOLLOW_BREACH: "notify_breach",
        Action.DECIDE_ENDING: "notify_ending",
    }
)

# Steps on an organisation's matter: who declared a conflict of interest takes none of them. Reading
# and delivering what an authority decided are not among them.
STEPS: frozenset[Action] = frozenset(
    {
        Action.CONFIRM_TRANSCRIPTION,
        Action.CORRECT_RECORD,
        Action.CORRECT_OWN_ENTRY,
        Action.WITHDRAW_RECORD,
        Action.NOTE_ERROR,
        Action.DISMISS_ERROR,
        Action.FIND_TEXT_FIT,
        Action.PROPOSE,
        Action.SERVE_NOTICE,
        Action.SERVE_LETTER,
        Action.RECORD_STATEMENT,
        Action.REQUEST_HEARING,
        Action.HOLD_HEARING,
        Action.DECIDE,
        Action.REVOKE_DESIGNATION,
        Action.RESPOND_TASK,
        Action.FEED_BACK_TASK,
        Action.FILE_OBJECTION,
        Action.ACCEPT_OBJECTION,
        Action.EXTEND_OBJECTION,
        Action.DECIDE_OBJECTION,
        Action.ENTER_PROCEEDING,
        Action.ORDER_STAY,
        Action.END_ORDERED_STAY,
        Action.DECIDE_PROCEEDING,
        Action.ENTER_SHIELD,
        Action.END_SHIELD,
        Action.CARRY_OUT,
        Action.STATE_DISTINCT,
        Action.CONFIRM_DISTINCT,
        Action.WITHDRAW_DISTINCT,
        Action.FILE_REPAIR,
        Action.ACCEPT_REPAIR,
        Action.EXTEND_REPAIR,
        Action.DECIDE_REPAIR,
        Action.TAKE_REPAIR_RESULT,
        Action.CORRECT_REGISTRATION,
        Action.NOTIFY_REVOCATION,
        Action.REVOKE_REPAIR,
        Action.PROPOSE_REMOVAL,
        Action.APPROVE_REMOVAL,
        Action.DROP_REMOVAL,
        Action.HAND_IN_EVIDENCE,
        Action.MAKE_COMMITMENT,
        Action.WITHDRAW_COMMITMENT,
        Action.SHOW_COMMITMENT,
        Action.VERIFY_COMMITMENT,
        Action.NOTIFY_BREACH,
        Action.ANSWER_BREACH,
        Action.FIND_KEPT,
        Action.FIND_BROKEN,
        Action.TAKE_BACK_FINDING,
        Action.FOLLOW_BREACH,
        Action.KEEP_PROCEDURE_CASE,
        Action.DRAW_UP_BASIS,
        Action.ANSWER_SAMPLING,
        Action.RECORD_VISIT,
        Action.ARRANGE_PUBLICITY,
        Action.GIVE_UP_ADVANTAGE,
        Action.NOTIFY_ENDING,
        Action.ANSWER_ENDING,
        Action.DECIDE_ENDING,
        Action.HANDLE_APPLICATION,
        Action.ACCEPT_APPLICATION,
        Action.DECIDE_APPLICATION,
    }
)
