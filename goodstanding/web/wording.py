"""Words of the interface for the ids the register uses: one table per kind of id."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.web import message_words, procedure_words, registration_words


class State(NamedTuple):
    """A state is shown as a word, an icon and a colour, in that order of importance."""

    tone: str
    icon: str
    word: Promise | str


STATES: dict[str, State] = {
    "in-force": State("is-force", "gate", _("Restriction in force")),
    "in-force-advantage": State("is-good", "fast", _("Advantage in force")),
    "met": State("is-good", "fast", _("Met")),
    "not-met": State("is-quiet", "doc", _("Not met today")),
    "cannot-be-told": State("is-ask", "look", _("Cannot be told yet")),
    "stayed": State("is-stay", "pause", _("Paused")),
    "doubtful": State("is-ask", "look", _("An officer must look")),
    "disputed": State("is-stay", "pause", _("Disputed")),
    "held": State("is-quiet", "doc", _("On record")),
    "withdrawn": State("is-quiet", "away", _("Withdrawn")),
    "repaired": State("is-good", "done", _("Repaired")),
    "unconfirmed": State("is-ask", "look", _("Not confirmed, no effect")),
    "proposed": State("is-ask", "look", _("Proposed")),
    "notified": State("is-ask", "clock", _("Notice served")),
    "listed": State("is-force", "gate", _("Designated")),
    "dropped": State("is-quiet", "done", _("Not designated")),
    "ended": State("is-quiet", "away", _("Ended")),
    "consent-in-force": State("is-good", "done", _("Consent in force")),
    "used-up": State("is-quiet", "done", _("Used up")),
    "over": State("is-quiet", "day", _("Last day passed")),
    "waits-for-lift": State("is-stay", "clock", _("Waits for lifts")),
    "closed": State("is-quiet", "done", _("Closed")),
    "to-come": State("is-quiet", "day", _("Still to come")),
    "filed": State("is-ask", "clock", _("Filed")),
    "accepted": State("is-stay", "clock", _("Being verified")),
    "corrected": State("is-good", "done", _("Record corrected")),
    "objection-withdrawn": State("is-good", "done", _("Upheld: taken back")),
    "dismissed": State("is-quiet", "done", _("Dismissed")),
    "papers-asked": State("is-ask", "clock", _("Papers are missing")),
    "repair-accepted": State("is-stay", "clock", _("Taken up, being examined")),
    "granted": State("is-good", "done", _("Repair granted")),
    "refused": State("is-quiet", "done", _("Repair refused")),
    "not-accepted": State("is-quiet", "away", _("Not taken up")),
    "taken-back": State("is-quiet", "away", _("Taken back")),
    "revoked": State("is-force", "gate", _("Repair revoked")),
    "done": State("is-good", "done", _("Done")),
    "open": State("is-stay", "clock", _("Waiting")),
    "half-way": State("is-stay", "clock", _("Stopped half-way")),
    "queued": State("is-quiet", "clock", _("Queued")),
    "failing": State("is-stay", "late", _("Failed, tried again")),
    "sent": State("is-good", "done", _("Sent")),
    "on-page": State("is-quiet", "doc", _("On the page only")),
    "gave-up": State("is-late", "late", _("Given up")),
    "not-sent": State("is-quiet", "away", _("No longer needed")),
    "in-use": State("is-good", "done", _("In use")),
    "off": State("is-late", "pause", _("Switched off")),
    "to-read": State("is-ask", "look", _("Waits to be read")),
    "basis-unread": State("is-ask", "look", _("Basis not read")),
    "needs-work": State("is-stay", "late", _("Some rows need work")),
    "clear": State("is-good", "tick", _("No restriction")),
    "advantage": State("is-good", "fast", _("Advantage")),
    "restricted": State("is-force", "gate", _("Restricted")),
    "review": State("is-ask", "look", _("An officer must look")),
}

STATES |= {
    "promise-made": State("is-good", "clock", _("Being kept")),
    "promise-due": State("is-stay", "clock", _("Due day passed, not verified yet")),
    "promise-notified": State("is-ask", "clock", _("Notice given: not kept?")),
    "promise-kept": State("is-good", "done", _("Kept")),
    "promise-partly": State("is-quiet", "done", _("Kept in part")),
    "promise-broken": State("is-force", "gate", _("Not kept")),
    "promise-undecided": State("is-ask", "look", _("Found not kept, not decided")),
    "promise-withdrawn": State("is-quiet", "away", _("Taken back by the organisation")),
    "promise-repaired": State("is-good", "done", _("Not kept, repaired since")),
    "promise-fallen": State("is-quiet", "away", _("Its decision was taken back")),
    "promise-disputed": State("is-stay", "pause", _("Not kept, disputed")),
}

STATES |= {
    "proceeding-pending": State("is-ask", "clock", _("Pending")),
    "proceeding-to-carry-out": State("is-stay", "clock", _("Did not stand: to be carried out")),
    "proceeding-upheld": State("is-quiet", "done", _("Decision upheld")),
    "proceeding-annulled": State("is-good", "done", _("Annulled, carried out")),
    "proceeding-varied": State("is-good", "done", _("Varied, carried out")),
    "proceeding-sent-back": State("is-good", "done", _("Sent back, carried out")),
    "proceeding-shielding": State("is-stay", "clock", _("Shielded: a plan is being carried out")),
    "proceeding-completed": State("is-good", "done", _("Plan completed")),
    "proceeding-plan-annulled": State("is-quiet", "away", _("Plan annulled")),
    "proceeding-liquidation": State("is-quiet", "away", _("Went into liquidation")),
    "proceeding-withdrawn": State("is-quiet", "away", _("Given up by the organisation")),
}

STATES |= {
    "application-received": State("is-ask", "clock", _("Received, not accepted yet")),
    "application-accepted": State("is-stay", "clock", _("Accepted, being examined")),
    "application-granted": State("is-good", "done", _("Granted")),
    "application-refused": State("is-quiet", "done", _("Refused")),
    "application-not-accepted": State("is-quiet", "away", _("Not accepted")),
    "application-withdrawn": State("is-quiet", "away", _("Withdrawn by the organisation")),
    "papers-awaited": State("is-stay", "clock", _("Papers to follow")),
    "papers-kept": State("is-good", "done", _("Papers came in time")),
    "papers-late": State("is-quiet", "done", _("Papers came late")),
    "papers-not-supplied": State("is-quiet", "away", _("Papers never came")),
    "fast": State("is-good", "fast", _("Fast lane")),
}

PROCEEDINGS: dict[str, Promise] = {
    "reconsideration": _("Administrative reconsideration"),
    "litigation": _("Administrative court case"),
    "bankruptcy": _("Bankruptcy shield"),
}

PLANS: dict[str, Promise] = {
    "reorganisation-plan": _("Reorganisation plan"),
    "settlement": _("Settlement"),
}

SHIELD_OUTCOMES: dict[str, Promise] = {
    "completed": _("Completed: the plan was carried out"),
    "plan-annulled": _("Annulled: the plan or settlement is over"),
    "liquidation": _("Liquidation: the organisation was declared bankrupt"),
}

PROCEEDING_OUTCOMES: dict[str, Promise] = {
    "upheld": _("Upheld: the decision stands"),
    "annulled": _("Annulled: the decision does not stand"),
    "varied": _("Varied: the decision stands as it was changed"),
    "sent-back": _("Sent back: to be decided anew"),
    "withdrawn": _("Given up by the organisation"),
}

CARRIED_OUT: dict[str, Promise] = {
    "taken-back": _("Taken back or ended"),
    "corrected": _("Corrected"),
    "decided-anew": _("Decided anew"),
    "overturned": _("Overturned in the next instance: the decision stands"),
}

DUTIES: dict[str, Promise] = {
    "statement": _("Statement window"),
    "response": _("Answer a measure"),
    "feedback": _("Report what was done"),
    "suspend": _("Suspend a measure"),
    "resume": _("Resume a measure"),
    "lift": _("Lift a measure"),
    "objection-acceptance": _("Take an objection up"),
    "verification": _("Verify an objection"),
    "carry-out": _("Carry out the outcome of a review or court case"),
    "inspection-results": _("Publish the results of an inspection plan"),
    "publication": _("Publish a record"),
    "commitment-verification": _("Verify a promise"),
    "correction": _("Put a record right"),
    "repair-acceptance": _("Answer an application for repair"),
    "repair-decision": _("Decide on a repair"),
    "missing-list": _("Say once which papers are missing"),
    "application": _("Decide on an application"),
    "respond": _("Answer a measure"),
    "apply": _("Report what was done"),
    "return": _("Confirm a monthly return"),
}

ANSWERS_TO_TASK: dict[str, Promise] = {
    "apply": _("We apply it"),
    "not_applied": _("We do not apply it"),
}

METHODS: dict[str, Promise] = {
    "in-person": _("In person"),
    "post": _("By post"),
    "electronic": _("Electronically"),
    "left-at-premises": _("Left at the premises"),
    "entrusted": _("Through another authority"),
    "public-notice": _("By public notice"),
}

FAILURES: dict[str, Promise] = {
    "nobody-there": _("Nobody was there"),
    "refused": _("Receipt was refused"),
    "moved": _("It has moved"),
    "returned": _("The post returned it"),
    "unreachable": _("The electronic address did not take it"),
    "whereabouts-unknown": _("Its whereabouts are unknown"),
}

WITNESSES: dict[str, Promise] = {
    "local-organisation": _("A representative of a local organisation"),
    "own-unit": _("A representative of the organisation's own unit"),
    "recording": _("Photographs or a recording"),
}

LETTERS: dict[str, Promise] = {
    "notice": _("Notice of a proposed designation"),
    "decision": _("Decision on the case"),
    "lifted": _("Confirmation that measures are lifted"),
    "outcome": _("Outcome of an objection"),
    "repair-accepted": _("Application for repair taken up"),
    "repair-outcome": _("Decision on an application for repair"),
    "revocation-notice": _("Notice of an intended revocation"),
    "revocation": _("Revocation of a repair"),
    "correction": _("Correction of a record"),
    "withdrawal": _("Withdrawal of a record"),
    "ask-again": _("Where to ask again"),
}

#: The letters of a case where it is about an advantage.
RECOGNITION_LETTERS: dict[str, Promise] = {
    "notice": _("Announcement of an intended recognition"),
    "decision": _("Decision on the recognition"),
    "lifted": _("Confirmation that advantages are ended"),
}

REASONS: dict[str, Promise] = {
    "error": _("The content does not match the decision"),
    "beyond-term": _("It is kept or shown beyond its term"),
    "conditions-not-met": _("The conditions of the designation are not met"),
    "not-ours": _("The record is not about this organisation"),
    "otherwise-unlawful": _("It is unlawful for another reason"),
}

OUTCOMES: dict[str, Promise] = {
    "corrected": _("Corrected: the record gets the right values"),
    "withdrawn": _("Withdrawn: the record or designation was wrong"),
    "dismissed": _("Dismissed: it stands, measures resume"),
}

REPAIR_OUTCOMES: dict[str, Promise] = {
    "granted": _("Granted: it has no effect any more"),
    "refused": _("Refused: everything stays as it was"),
    "not-accepted": _("Not taken up"),
    "taken-back": _("Taken back by the organisation"),
}

REPAIR_GROUNDS: dict[str, Promise] = {
    "term-not-reached": _("The time before repair is not over"),
    "duty-not-performed": _("A duty is not performed yet"),
    "excluded-by-law": _("A law or a central policy excludes its repair"),
    "false-papers": _("A paper is false"),
    "fixed-term-runs": _("A measure that a law fixes in years still runs"),
    "other-authority": _("Another authority decides on it"),
    "papers-incomplete": _("Papers that were asked for did not come"),
}

REPAIR_AGAINST: dict[str, Promise] = {
    "RepairedWithoutRule": _(
        "No rule of repair here covers it; the decision is kept as it was made"
    ),
    "RepairedEarly": _("Earlier than the rule here allows; the decision is kept as it was made"),
}

REVOCATION_GROUNDS: dict[str, Promise] = {
    "false-papers": _("A paper is false"),
    "commitment-untrue": _("The commitment was untrue"),
    "commitment-broken": _("The commitment was broken"),
}

COUNTING: dict[str, Promise] = {
    "decision": _("the decision"),
    "listing": _("the designation"),
    "publication": _("publication"),
    "performance": _("the day everything was performed"),
}

REPAIR_TARGETS: dict[str, Promise] = {
    "record": _("Record"),
    "designation": _("Designation"),
}

DECISIONS: dict[str, Promise] = {
    "drop": _("Do not designate"),
    "list": _("Designate"),
}

#: The same for an advantage.
RECOGNITIONS: dict[str, Promise] = {
    "drop": _("Do not recognise"),
    "list": _("Recognise"),
}

#: What becomes of the announced end of an advantage.
ENDINGS: dict[str, Promise] = {
    "keep": _("It stays until its last day"),
    "end": _("It ends today"),
}

RECALLS: dict[str, Promise] = {
    "was-wrong": _("Was wrong: look again at what was done on it"),
    "stop-using": _("Stop using it from that day on"),
    "corrected": _("Corrected: use the new values"),
    "not-public": _("Public no more: take it out of every list"),
}

#: In which file or feed somebody received what was recalled.
DATASETS: dict[str, Promise] = {
    "changes": _("Feed of changes"),
    "records": _("Open data: public records"),
    "restrictions": _("Open data: restrictions in force"),
    "exemplars": _("List of exemplars"),
}

#: What came of looking at a check again.
REOPENED: dict[str, Promise] = {
    "changed": _("Decided anew in the organisation's favour"),
    "stands": _("The decision stands for another reason"),
    "final": _("Final in law: it cannot be changed any more"),
}

#: How a line of an old copy stands today.
COPIES: dict[str, Promise] = {
    "current": _("Holds"),
    "was-wrong": _("Withdrawn: was wrong from the start"),
    "stop-using": _("Ended or repaired: use it no more"),
    "corrected": _("Corrected: another version holds"),
    "ended": _("Its last day is over"),
    "not-public": _("Not public today: drop it"),
}

ROLES: dict[str, Promise] = {
    "officer": _("officer"),
    "reviewer": _("reviewer"),
    "credit-office": _("credit office"),
    "auditor": _("auditor"),
    "representative": _("representative of the organisation"),
    "client": _("client of the API"),
    "institution": _("lender, insurer or credit-service agency"),
    "visitor": _("visitor"),
}

POWERS: dict[str, Promise] = {
    "reading": _("Read everything held about us, and nothing more"),
    "remedies": _("Read everything, and state our case, ask for a hearing and object for us"),
}

THROUGH: dict[str, Promise] = {
    "own-check": _("The department found it itself"),
    "organisation": _("The organisation said so"),
    "objection": _("An objection"),
    "authority": _("The authority changed or annulled its decision"),
    "court": _("A court or a reviewing body decided"),
}

ERRORS_ENDED: dict[str, Promise] = {
    "corrected": _("Corrected"),
    "withdrawn": _("Taken back"),
    "unfounded": _("Found right after all"),
}

STEPS_BEFORE: dict[str, Promise] = {
    "note_error": _("noting that the record is wrong"),
    "enter_records": _("entering the record"),
    "propose": _("the proposal"),
    "accept_objection": _("accepting the objection"),
    "enter_proceeding": _("entering the proceeding"),
    "order_stay": _("entering the stay"),
    "enter_shield": _("entering the ruling"),
    "accept_repair": _("taking up an application for repair"),
    "notify_revocation": _("telling of the revocation of a repair"),
    "approve_law": _("the first approval"),
    "state_distinct": _("stating that they are not the same"),
    "propose_removal": _("proposing the destruction"),
    "notify_breach": _("giving notice about a promise"),
    "find_kept": _("the finding on a promise"),
    "plan_inspection": _("making the plan"),
    "notify_ending": _("telling of the end of an advantage"),
}

TEXTS: dict[str, Promise] = {
    "list_name": _("Name of the list"),
    "honour": _("Name of the honour"),
    "matter": _("Contract, commitment or matter inspected"),
    "conduct": _("Kind of conduct"),
    "facts": _("Facts"),
    "penalty": _("What was decided"),
    "duty": _("Duty not performed"),
    "licensed": _("What is licensed"),
    "basis": _("Basis"),
    "commitment_kind": _("Kind of commitment"),
    "made_on": _("Commitment made on"),
    "due_on": _("To be kept by"),
    "fulfilment": _("How it was kept"),
}

FACTS: dict[str, Promise] = {
    "fact_name": _("Name"),
    "fact_founding": _("Day of the founding"),
    "fact_status": _("Status"),
    "fact_succession": _("Merger or division"),
    "fact_former_code": _("Former code"),
}
CHANGES: dict[str, Promise] = {
    "correction": _("Corrections of records"),
    "withdrawal": _("Withdrawals of records"),
    "repair-result": _("Results of repairs decided elsewhere"),
    "registration-correction": _("Corrections of the base registration"),
}
VALUES: dict[str, Promise] = {
    **TEXTS,
    **FACTS,
    "document": _("Document number"),
    "decided_on": _("Day of the decision"),
    "categories": _("Kinds of penalty"),
    "fine": _("Fine, in units of 10,000 yuan"),
    "confiscated": _("Confiscated, in units of 10,000 yuan"),
    "withdrawn_licence": _("Licence suspended or revoked, name and number"),
    "valid_until": _("Valid until"),
    "publicity_until": _("Public until, as the decision says"),
    "procedure": _("Procedure of the penalty"),
    "severity": _("Class of publication"),
    "told_on": _("Party told of the publicity on"),
    "authority": _("Authority that decided"),
    "authority_code": _("Credit code of the authority"),
    "source": _("Unit the data come from"),
    "source_code": _("Credit code of that unit"),
    "title": _("Name of the licence decision"),
    "category": _("Kind of licence"),
    "certificate": _("Name of the licence"),
    "number": _("Number of the licence"),
    "valid_from": _("Valid from"),
    "valid": _("State: 1 valid, 2 not valid"),
    "duty_amount": _("Not performed, in units of 10,000 yuan"),
    "published_on": _("Published on"),
    "listed_on": _("Listed on"),
    "reference": _("Number of the contract, inspection or commitment"),
    "happened_on": _("Day of the breach, inspection or finding"),
}

WATCH_STAGES: dict[str, Promise] = {
    "accept": _("Acceptance"),
    "award": _("Award"),
    "pay": _("Payment"),
    "closed": _("Closed"),
}

FOUND_BY: dict[str, Promise] = {
    "former-name": _("former name"),
    "former-part": _("former name"),
    "former-alike": _("former name"),
    "document": _("document number"),
}

DUTY_STATES: dict[str, Promise] = {
    "on-time": _("In time"),
    "late": _("Late"),
    "waiting": _("Waiting"),
}

REMOVAL_BASES: dict[str, Promise] = {
    "retention-over": _("Under the rulebook: the time for which contents are kept is over"),
    "court-order": _("Under an order of a court"),
    "statute": _("Under a law or regulation"),
}

WORDS: dict[str, dict[str, Promise]] = {
    "proceeding": PROCEEDINGS,
    "plan": PLANS,
    "duty": DUTIES,
    "answer": ANSWERS_TO_TASK,
    "method": METHODS,
    "reason": REASONS,
    "letter": LETTERS,
    "outcome": OUTCOMES,
    "recall": RECALLS,
    "dataset": DATASETS,
    "copy": COPIES,
    "reopened": REOPENED,
    "role": ROLES,
    "message": message_words.KINDS,
    "channel": message_words.CHANNELS,
    "closed": message_words.CLOSED,
    "power": POWERS,
    "text": TEXTS,
    "value": VALUES,
    "found": FOUND_BY,
    "stage": WATCH_STAGES,
    "through": THROUGH,
    "error-ended": ERRORS_ENDED,
    "registration": registration_words.STATUSES,
    "end": registration_words.ENDS,
    "predecessor": registration_words.PREDECESSORS,
    "successor": registration_words.SUCCESSORS,
    "doubt": registration_words.DOUBTS,
    "removal-basis": REMOVAL_BASES,
    "procedure-stage": procedure_words.STAGES,
    "procedure-result": procedure_words.RESULTS,
}
