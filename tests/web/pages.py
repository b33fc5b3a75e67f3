"""Every page of the city by name, and which of its people may open it."""

from goodstanding.wallclock import today
from tests.rules.penalty_rows import code
from tests.web import city as places
from tests.web.inspections import a_visit

EVERYBODY = (
    *("visitor", "officer", "reviewer", "trading", "court", "credit office", "auditor"),
    *("representative", "pending", "agent", "bank"),
)
STAFF = ("officer", "reviewer", "trading", "court", "credit office", "auditor")
CHECKERS = ("officer", "reviewer", "trading", "court", "credit office")
ALL_DESKS = ("officer", "reviewer", "trading", "court", "credit office")
OVERSIGHT = ("credit office", "auditor")
OVERSEERS = ("reviewer", "court", *OVERSIGHT)
WATCHERS = ("trading", "officer", "reviewer", "court", "credit office", "auditor")
HOME = ("officer", "reviewer", *OVERSIGHT)
SHIELDERS = ("officer", "trading", "credit office")


#: Who is told that there is nothing, not that it is refused; of a watch, who may have others.
HIDDEN = {
    "outcome without a decision": EVERYBODY,
    "watched case": WATCHERS,
    **dict.fromkeys(
        ("procedure case", "next stage", "bidder", "results of a case"),
        WATCHERS,
    ),
    "organisations to enter": tuple(who for who in WATCHERS if who != "auditor"),
}


def pages(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name of the page: its address, and who is answered with it."""
    cases, objections = city.cases, city.objections
    return {
        **_public(city),
        **_lists(city),
        **_letters(city),
        **_intake(city),
        "case": (f"/cases/{cases['pending']}", (*HOME, "pending")),
        "listed case": (f"/cases/{cases['restricted']}", HOME),
        "objection": (f"/objections/{objections['stayed']}", (*HOME, "representative", "agent")),
        **_files(city),
        "check": ("/check", CHECKERS),
        "bidders": ("/check/bidders", CHECKERS),
        "checks by number": ("/check/cases", CHECKERS),
        "checks of a number": (f"/check/case{places.TENDER}", ("trading", *CHECKERS)),
        "checks for the file": (f"/check/case/print{places.TENDER}", ("trading", *CHECKERS)),
        "receipt": (f"/receipts/{city.receipt}", ("trading", *OVERSIGHT)),
        "task": (f"/tasks/{city.task}", OVERSIGHT),
        **_oversight(),
        "returns": ("/returns", STAFF),
        "return of a month": (
            f"/returns/{places.month_before()}?department={places.HOME}",
            HOME,
        ),
        "receipts": ("/oversight/receipts", OVERSIGHT),
        "figures": ("/figures", EVERYBODY),
        "own": (f"/own/{places.STAYED}", ("representative", "agent", *OVERSIGHT)),
        "own with a notice": (f"/own/{places.PENDING}", ("pending", *OVERSIGHT)),
        "earned": (f"/own/{places.STAYED}/earned", ("representative", "agent", *OVERSIGHT)),
        "conditions": (f"/organisations/{places.RESTRICTED}/conditions", STAFF),
        "exemplars": ("/exemplars", EVERYBODY),
        "case of an exemplar": (f"/cases/{cases['exemplar']}", ("market", *OVERSIGHT)),
        "own of an exemplar": (f"/own/{places.HONOURED}", ("honoured", *OVERSIGHT)),
        "agent": (f"/own/{places.STAYED}/agents", ("representative",)),
        **_consents(city),
        **_steps(city),
        **_promises(city),
        **_applications(city),
        **_objections(city),
        **_repairs(city),
        **_proceedings(city),
        **_inspections(city),
        **_names(city),
        **_accounts(city),
        **_drafts(city),
    }


def _steps(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The steps of a case and of a record, each on its form."""
    records, cases = city.records, city.cases
    return {
        "notice": (f"/cases/{cases['pending']}/notice", ("officer",)),
        "statement": (f"/cases/{cases['pending']}/statement", ("officer", "pending")),
        "waiver": (f"/cases/{cases['pending']}/waiver", ("officer", "pending")),
        "hearing request": (f"/cases/{cases['pending']}/hearing-request", ("officer", "pending")),
        "hearing": (f"/cases/{cases['pending']}/hearing", ("officer", "reviewer")),
        "decision": (f"/cases/{cases['pending']}/decision", ("reviewer",)),
        "revocation": (f"/cases/{cases['restricted']}/revocation", ("reviewer",)),
        "proposal": (f"/records/{records['restricted']}/proposal", ("officer",)),
        "confirmation": (f"/records/{records['elsewhere']}/confirmation", ("court",)),
        "correction": (f"/records/{records['restricted']}/correction", ("reviewer", "officer")),
        "withdrawal": (f"/records/{records['restricted']}/withdrawal", ("reviewer",)),
        "texts to read": (f"/records/{records['to read']}/text", ("market",)),
    }


def _oversight() -> dict[str, tuple[str, tuple[str, ...]]]:
    """What who oversees and who audits looks at."""
    return {
        "oversight": ("/oversight", OVERSEERS),
        "audit": ("/audit", ("auditor",)),
        "who saw what": ("/audit/reads", ("auditor",)),
        "who did what": ("/audit/acts", ("auditor",)),
        "sampling": ("/audit/sample?population=records&size=5&seed=7", ("auditor",)),
        "verification": ("/audit/verification", OVERSIGHT),
        "duties behind a figure": ("/oversight/duties?kind=response", OVERSEERS),
        "no duties": ("/oversight/duties?period=2001-01", OVERSEERS),
        "rows of double publicity": (f"/oversight/files?period={today():%Y-%m}", OVERSEERS),
        "due soon": ("/oversight/soon", OVERSEERS),
        "what is overdue": ("/oversight/rows/overdue", OVERSEERS),
    }


def _objections(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """An objection from its filing to its outcome."""
    records, objections = city.records, city.objections
    return {
        "object": (f"/records/{records['stayed']}/objection", ("officer", "representative")),
        "acceptance": (f"/objections/{objections['stayed']}/acceptance", ("officer", "reviewer")),
        "verification to extend": (f"/objections/{objections['stayed']}/extension", ("reviewer",)),
        "outcome": (f"/objections/{objections['stayed']}/decision", ("reviewer",)),
    }


def _promises(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """A promise whose due day has passed, as everybody sees it, and how it is found kept or not."""
    party = ("representative", "agent")
    return {
        "promises": ("/promises", EVERYBODY),
        "promise": (f"/promises/{city.promise}", EVERYBODY),
        "figures of promises": ("/figures/promises", EVERYBODY),
        "promises to us": ("/promises/desk", STAFF),
        "own promises": (f"/own/{places.STAYED}/promises", (*party, *STAFF)),
        "promise to make": (f"/promises/new/{places.STAYED}.labour", ("representative", "officer")),
        "finding on a promise": (f"/promises/{city.promise}/finding", ("officer", "reviewer")),
    }


def _consents(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What an organisation opens to a bank, and the bank's own screen."""
    own = f"/own/{places.STAYED}/consents"
    return {
        "who may consult us": (own, ("representative", "agent", "auditor")),
        "consent to give": (f"{own}/new", ("representative",)),
        "consent to take back": (f"{own}/{city.consent}/end", ("representative",)),
        "consents to us": ("/consents", ("bank",)),
        "institutions": ("/institutions", ("credit office",)),
    }


def _inspections(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """A plan that was drawn, and what an organisation in its pool sees of it."""
    at, market = f"/inspections/{city.plan}", ("market", *OVERSIGHT)
    return {
        "inspection plans": ("/inspections", EVERYBODY),
        "inspection plan": (at, EVERYBODY),
        "inspection to plan": ("/inspections/new", ("officer", "trading", "credit office")),
        "visits of a plan": (f"{at}/visits", market),
        "visit": (f"/inspections/visits/{a_visit(city.plan)}", market),
        "our inspection plans": (
            f"/own/{places.STAYED}/inspections",
            ("representative", "agent", *OVERSIGHT),
        ),
        "rules of inspection": ("/rulebook/inspections", EVERYBODY),
    }


def _applications(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Applications at a desk: the list, one received, one to receive, and the item in the rulebook."""
    at = f"/applications/{city.application}"
    return {
        "applications": ("/applications", STAFF),
        "application": (at, (*HOME, "representative", "agent")),
        "application to receive": ("/applications/new", ("officer", "trading", "credit office")),
        "item of the rulebook": ("/rulebook/items/labour-dispatch-licence", EVERYBODY),
    }


def _proceedings(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """A court case against a listing, and the steps of it."""
    at = f"/proceedings/{city.proceeding}"
    return {
        "proceedings": ("/proceedings", STAFF),
        "proceeding": (at, HOME),
        "proceeding to enter": (f"/records/{city.cases['restricted']}/proceeding", ("officer",)),
        "stay to enter": (f"{at}/stay", ("officer",)),
        "stay to end": (f"{at}/stay-end", ("reviewer",)),
        "outcome of a proceeding": (f"{at}/outcome", ("reviewer",)),
        "ruling to enter": (f"/organisations/{places.RESTRICTED}/shield", SHIELDERS),
        "shield": (f"/proceedings/{city.shield}", HOME),
        "plan that ended": (
            f"/proceedings/{city.shield}/shield-end",
            ("reviewer", "credit office"),
        ),
        "outcome carried out": (f"{at}/carried-out", ("reviewer",)),
    }


def _repairs(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """An application for repair that waits for its decision, and every step of it."""
    at, party = f"/repairs/{city.repair}", ("officer", "representative")
    return {
        **_known_errors(city),
        "repairs": ("/repairs", STAFF),
        "repair": (at, (*HOME, "representative", "agent")),
        "repair to apply for": (f"/records/{city.records['stayed']}/repair", party),
        "repair of a designation": (f"/records/{city.cases['restricted']}/repair", ("officer",)),
        "repair to take up": (f"{at}/acceptance", ("officer",)),
        "repair to decide": (f"{at}/decision", ("reviewer",)),
        "repair not taken up": (f"{at}/not-accepted", ("officer",)),
        "repair taken back": (f"{at}/take-back", party),
        "papers to name": (f"{at}/papers", ("officer",)),
        "papers to bring": (f"{at}/supplement", party),
        "time extended": (f"{at}/extension", ("reviewer",)),
        "notice of revocation": (f"{at}/revocation-notice", ("officer",)),
        "answer to the notice": (f"{at}/revocation-answer", party),
        "revocation of a repair": (f"{at}/revocation", ("reviewer",)),
    }


def _messages() -> dict[str, tuple[str, tuple[str, ...]]]:
    """What was told, and where people and programs are told things."""
    arranging = ("reviewer", "court", "credit office", "bank")
    return {
        "messages": ("/messages", (*STAFF, "bank")),
        "messages given up": ("/messages?state=gave-up", (*STAFF, "bank")),
        "where we are told": ("/messages/settings", ("reviewer", "court", "bank")),
        "endpoints": ("/messages/endpoints", arranging),
        "endpoint to enter": ("/messages/endpoints/new", arranging),
        "messages to us": (
            f"/own/{places.STAYED}/contact",
            ("representative", "agent", *OVERSIGHT),
        ),
    }


def _service(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The service of a decision, of an outcome, and what comes where it fails."""
    case, objection = f"/cases/{city.cases['restricted']}", city.objections["withdrawn"]
    return {
        "public notices": ("/notices", EVERYBODY),
        "service of a decision": (f"{case}/service", ("officer",)),
        "service that failed": (f"{case}/service-failed", ("officer",)),
        "public notice of a letter": (f"{case}/public-notice", ("officer",)),
        "service of an outcome": (f"/objections/{objection}/service", ("officer",)),
        "service of a repair": (f"/repairs/{city.repair}/service", ("officer",)),
    }


def _removals(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Files of evidence; contents proposed for destruction, what is due for it, and every step."""
    at = f"/removals/{city.removal}"
    return {
        "evidence": (
            f"/matters/{city.objections['stayed']}/evidence",
            ("representative", "agent", "officer", "reviewer"),
        ),
        "destruction": ("/removals", STAFF),
        "due for destruction": ("/removals/due", STAFF),
        "contents to destroy": (at, HOME),
        "destruction to propose": (f"/records/{city.records['due']}/removal", ("officer",)),
        "destruction to approve": (f"{at}/approval", ("reviewer",)),
        "destruction to drop": (f"{at}/drop", ("officer", "reviewer")),
    }


def _drafts(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Versions of the law that are put forward."""
    return {
        **_removals(city),
        "versions of the law": ("/rulebook/versions", ("credit office",)),
        "new version": ("/rulebook/drafts/new", ("credit office",)),
        "draft": (f"/rulebook/drafts/{city.draft}", ("credit office",)),
    }


def _lists(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The desk and its lists, with and without a filter; and what is no record."""
    return {
        "watched cases": ("/watches", WATCHERS),
        "watched case": (f"/watches/{city.watch}", ("trading", "auditor")),
        "figures of lifting": (f"/figures/lifting?period={today():%Y-%m}", EVERYBODY),
        "double publicity": (f"/figures/publicity?period={today():%Y-%m}", EVERYBODY),
        "rows sent back": (f"/oversight/rows/penalty-missing?period={today():%Y-%m}", OVERSEERS),
        **_procedures(city),
        **_beside(city),
        **_messages(),
        "desk": ("/desk", STAFF),
        "cases": ("/cases", STAFF),
        "tasks": ("/tasks", STAFF),
        "recalls": ("/recalls", (*STAFF, "bank")),
        "objections": ("/objections", STAFF),
        "confirmations": ("/confirmations", STAFF),
        "records to look at": ("/looks", ("market", *STAFF)),
        "cases to decide": ("/cases?waits=decision&by=others", STAFF),
        "a filter nothing fits": ("/cases?q=zzzz&state=over", STAFF),
        "a filter that cannot be read": ("/tasks?since=x", STAFF),
    }


def _procedures(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """A tender at its award, and every step of it."""
    at, keepers = f"/procedures/{city.procedure}", ("officer", "reviewer")
    return {
        "procedure cases": ("/procedures", (*keepers, *WATCHERS)),
        "procedure case to open": ("/procedures/new", ALL_DESKS),
        "procedure case": (at, (*keepers, "auditor")),
        "next stage": (f"{at}/next", (*keepers, "auditor")),
        "bidder": (f"{at}/bidders/2", (*keepers, "auditor")),
        "organisations to enter": (f"{at}/bidders", keepers),
        "results of a case": (f"{at}/results", (*keepers, "auditor")),
    }


def _beside(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What is no record: outcomes without a decision, and lists that others offer."""
    return {
        "outcomes without a decision": ("/outcomes", STAFF),
        "outcome without a decision": (
            f"/outcomes/{city.outcome}",
            ("officer", "reviewer", "auditor", "representative", "agent"),
        ),
        "offers": ("/offers", STAFF),
        "offer": (f"/offers/{city.offer}", STAFF),
    }


def _known_errors(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What a department notes of a record that is wrong."""
    record = f"/records/{city.records['restricted']}"
    return {
        "texts to withhold": (
            f"/records/{city.records['to read']}/text/withheld",
            ("market",),
        ),
        "error": (f"{record}/error", ("officer", "reviewer")),
        "found right": (f"{record}/error/dismissal", ("officer", "reviewer")),
    }


def _names(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Names that may be taken for each other."""
    stated = f"/distinctions/{city.distinction}"
    return {
        "who may be meant": (f"/uploads/{city.batch}/candidates", ("market",)),
        "not the same": ("/distinctions", STAFF),
        "statement of difference": (stated, HOME),
        "difference to state": (
            f"/organisations/{code(11)}/distinction",
            ("officer", "trading", "credit office"),
        ),
        "difference to confirm": (f"{stated}/confirmation", ("reviewer",)),
        "difference taken back": (f"{stated}/withdrawal", ("reviewer",)),
    }


def _files(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Files that change records, and the first import."""
    return {
        "first import": ("/going-live", ("credit office",)),
        "changes to look at": ("/changes", ("reviewer", "court")),
        "changes preview": (f"/uploads/{city.changes}", ("reviewer", "officer")),
    }


def _letters(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The letters of the register."""
    cases, objections = city.cases, city.objections
    return {
        "notice on paper": (f"/cases/{cases['pending']}/letters/notice", (*HOME, "pending")),
        "decision on paper": (f"/cases/{cases['restricted']}/letters/decision", HOME),
        **_service(city),
        "outcome on paper": (f"/objections/{objections['withdrawn']}/letter", HOME),
    }


def _intake(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Files of records and the form of one, before and after they are entered."""
    senders = ("officer", "trading", "credit office")
    return {
        "uploads": ("/uploads", senders),
        "upload": (f"/uploads/{city.batch}", ("market",)),
        "upload preview": (f"/uploads/{city.preview}", ("market",)),
        "entry of one record": ("/entry/penalty", senders),
        "one record before it is entered": (f"/entries/{city.entry}", ("market",)),
    }


def _accounts(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Pages about accounts and colleagues."""
    return {
        "account": ("/account", EVERYBODY[1:]),
        "my sign-ins": ("/account/sign-ins", EVERYBODY[1:]),
        "password": ("/account/password", EVERYBODY[1:]),
        "second factor": ("/account/second-factor", EVERYBODY[1:]),
        "sign-ins": ("/sign-ins", OVERSIGHT),
        "people": ("/people", ("credit office",)),
        "colleagues": ("/colleagues", ALL_DESKS),
        "leave": ("/colleagues/leave", ALL_DESKS),
        "conflict": ("/colleagues/conflict", ALL_DESKS),
        "hand over": (f"/colleagues/{city.ids[f'{places.HOME}/officer']}/hand-over", HOME[:2]),
        "person": (f"/people/{city.ids['auditor']}", ("credit office",)),
    }


def _public(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The pages that anybody may open."""
    records, cases = city.records, city.cases
    return {
        "open data": ("/data", EVERYBODY),
        "check my file": ("/data/check", EVERYBODY),
        "front": ("/", EVERYBODY),
        "results": ("/?q=岚港", EVERYBODY),
        "nothing found": ("/?q=zzzz", EVERYBODY),
        "guide": ("/guide", EVERYBODY),
        "about": ("/about", EVERYBODY),
        "rulebook": ("/rulebook", EVERYBODY),
        "rulebook of no day": ("/rulebook?on=2001-01-01", EVERYBODY),
        "changes of the rulebook": ("/rulebook/changes", EVERYBODY),
        "ground": (f"/rulebook/grounds/{places.GROUND}", EVERYBODY),
        "measure": ("/rulebook/measures/tender-exclusion", EVERYBODY),
        "department": ("/rulebook/departments/human-resources", EVERYBODY),
        **_rules(city),
        "sign in": ("/sign-in", EVERYBODY),
        "restricted": (f"/organisations/{places.RESTRICTED}", EVERYBODY),
        "stayed": (f"/organisations/{places.STAYED}", EVERYBODY),
        "withdrawn": (f"/organisations/{places.WITHDRAWN}", EVERYBODY),
        "never met": (f"/organisations/{places.NEVER}", EVERYBODY),
        "record": (f"/records/{records['restricted']}", EVERYBODY),
        "corrected record": (f"/records/{records['corrected']}", EVERYBODY),
        "corrected, from inside": (
            f"/records/{records['corrected']}?inside",
            ("reviewer", *EVERYBODY),
        ),
        "text under review": (f"/records/{records['to read']}", EVERYBODY),
        "stub": (f"/records/{records['withdrawn']}", EVERYBODY),
        "designation": (f"/records/{cases['restricted']}", EVERYBODY),
    }


def _rules(city: places.City) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The parts of the rulebook, and the rulebook of other days and versions."""
    return {
        "rulebook filtered": ("/rulebook?field=wage-arrears&q=工资", EVERYBODY),
        "rulebook where nothing fits": ("/rulebook?q=zzzz", EVERYBODY),
        "rulebook by version": (f"/rulebook?version={city.digest[:16]}", EVERYBODY),
        "version on an earlier day": (
            f"/rulebook/grounds/{places.GROUND}?version={city.digest[:16]}&on=2001-01-01",
            EVERYBODY,
        ),
        "ground of an advantage": ("/rulebook/grounds/exemplar/recognised", EVERYBODY),
        "measure of many grounds": ("/rulebook/measures/procurement-exclusion", EVERYBODY),
        "procedure": ("/rulebook/procedures/tender", EVERYBODY),
        "procedure without measures": ("/rulebook/procedures/payment", EVERYBODY),
        "period": ("/rulebook/periods/verification", EVERYBODY),
        "repair rule": ("/rulebook/repairs/penalty-repaired", EVERYBODY),
        "standing condition": ("/rulebook/conditions/three-clean-years", EVERYBODY),
        "publication": ("/rulebook/publication", EVERYBODY),
        "boundary": ("/rulebook/boundary", EVERYBODY),
        "what consent may open": ("/rulebook/consents", EVERYBODY),
        "rules in words": ("/rulebook/rules", EVERYBODY),
    }
