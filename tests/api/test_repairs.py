"""A repair through the API: all that stands against it, its papers once, the grant, its effect."""

from datetime import timedelta

from goodstanding.register.reading import head
from goodstanding.wallclock import today
from tests.api.world import ACME

#: No measure under it has a term that a law fixes.
GROUND = "construction-quality/grave-violation"
PROCUREMENT = {"code": ACME, "procedure": "procurement", "case_number": "岚采 2026-9"}


def asked(**other):
    day = str(today() - timedelta(days=2))
    return {"performed_on": day, "commitment_on": day, "text": "已缴清并整改。", **other}


def test_a_record_is_repaired_and_its_designation_ends_with_it(world):
    record = world.record()
    case = world.listed(record, ground=GROUND)
    officer, reviewer = world.caller("officer"), world.caller("reviewer")
    told = world.caller("representative").done(f"/records/{record}/repairs", asked())
    assert (told["stage"], told["target"], told["rule"]) == ("filed", record, "penalty-repaired")
    at = f"/repairs/{told['id']}"
    named = officer.done(f"{at}/papers", {"missing": "缴款凭证"})
    assert (named["stage"], named["papers_asked_on"]) == ("papers-asked", str(today()))
    again = officer.post(f"{at}/papers", {"missing": "还有一份"})
    assert (again.status_code, again.json()["code"]) == (409, "PapersAskedOnce")
    world.caller("representative").done(f"{at}/supplement", {"text": "凭证一份"})
    taken_up = officer.done(f"{at}/acceptance")
    assert (taken_up["stage"], taken_up["accepted_on"]) == ("accepted", str(today()))
    longer = reviewer.done(f"{at}/extension", {"reasons": "须向法院核实。"})
    assert longer["extended_on"] == str(today())
    granted = reviewer.done(f"{at}/decision", {"outcome": "granted"})
    assert (granted["outcome"], granted["ground"]) == ("granted", "")
    assert officer.done("/checks", PROCUREMENT)["answer"] == "clear"
    public = world.caller("visitor").read(f"/organisations/{ACME}")
    assert (public["records"], public["designations"]) == ([], [])
    inside = officer.read(f"/organisations/{ACME}")["designations"]
    assert [(each["id"], each["ended_cause"]) for each in inside] == [(case, "repaired")]


def test_everything_that_stands_against_it_at_once_and_nothing_is_stored(world):
    record = world.record()
    before = head().position
    later = str(today() + timedelta(days=1))
    refused = world.caller("representative").post(
        f"/records/{record}/repairs", asked(performed_on=later, commitment_on=later)
    )
    codes = [each["code"] for each in refused.json()["refusals"]]
    assert (refused.status_code, codes) == (422, ["PerformedInFuture", "CommitmentNotSigned"])
    assert head().position == before


def test_a_refusal_has_a_ground_and_reasons_and_leaves_all_in_force(world):
    record = world.record()
    world.listed(record, ground=GROUND)
    filed = world.caller("representative").done(f"/records/{record}/repairs", asked())["id"]
    world.caller("officer").done(f"/repairs/{filed}/acceptance")
    reviewer = world.caller("reviewer")
    bare = reviewer.post(f"/repairs/{filed}/decision", {"outcome": "refused"}).json()
    codes = [each["code"] for each in bare["refusals"]]
    assert codes == ["RefusalGroundUnknown", "RepairReasonsMissing"]
    decision = {"outcome": "refused", "ground": "duty-not-performed", "reasons": "尚欠罚款。"}
    assert reviewer.done(f"/repairs/{filed}/decision", decision)["stage"] == "refused"
    assert world.caller("officer").done("/checks", PROCUREMENT)["answer"] == "restricted"


def test_the_same_application_sent_twice_is_one(world):
    record, caller = world.record(), world.caller("representative")
    first = caller.post(f"/records/{record}/repairs", asked(), idempotency_key="one")
    again = caller.post(f"/records/{record}/repairs", asked(), idempotency_key="one")
    assert (first.status_code, again.content) == (201, first.content)
    unkeyed = caller.post(f"/records/{record}/repairs", asked())
    assert (unkeyed.status_code, unkeyed.json()["code"]) == (409, "RepairRunning")


def test_a_repair_got_by_false_papers_is_revoked_after_notice(world):
    record = world.record()
    case = world.listed(record, ground=GROUND)
    at = f"/repairs/{world.repaired(record)}"
    officer, reviewer = world.caller("officer"), world.caller("reviewer")
    early = reviewer.post(f"{at}/revocation", {"reasons": "凭证系伪造。"})
    assert (early.status_code, early.json()["code"]) == (409, "RevocationNotNotified")
    told = {"ground": "false-papers", "facts": "凭证系伪造。", "method": "post", "proof": "EMS 9"}
    assert officer.done(f"{at}/revocation-notice", told)["revocation_served_on"] == str(today())
    world.caller("representative").done(f"{at}/revocation-answer", {"waived": True})
    revoked = reviewer.done(f"{at}/revocation", {"reasons": "凭证系伪造。"})
    assert (revoked["stage"], revoked["revoked_on"]) == ("revoked", str(today()))
    assert officer.done("/checks", PROCUREMENT)["answer"] == "restricted"
    inside = officer.read(f"/organisations/{ACME}")["designations"]
    assert [(each["id"], each["stage"]) for each in inside] == [(case, "listed")]
