"""Evidence: what is taken and what is not, who sees it, until when it is kept."""

from datetime import date
from hashlib import sha256

import pytest

from goodstanding.evidence.models import File, Sealed
from goodstanding.flow import contest, destroy, hand_in
from goodstanding.flow.purge_evidence import purge_evidence
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.verifying import verify
from goodstanding.rules.actors import Actor, Role
from goodstanding.rules.errors import Refused
from goodstanding.rules.evidence.looking import LARGEST, MOST_FILES
from tests.files.evidence import paper, photo, picture
from tests.flow.drafting import installed
from tests.flow.listing import officer, penalised
from tests.rules.penalty_rows import code

#: Of region 449800, which no person has, with a sound check character.
NUMBER = "449800199001011232"
DAY = date(2021, 3, 10)


@pytest.fixture
def matter(database):
    """An objection that was filed."""
    installed()
    record = penalised()
    return contest.file_objection(ours(), target=record, reason="error", text="与事实不符。")


def ours(on: date = DAY):
    """The organisation itself, by its representative."""
    who = Actor(
        id="o-boss",
        department="",
        roles=frozenset({Role.REPRESENTATIVE}),
        represents=frozenset({code(1)}),
    )
    return type(officer(Role.OFFICER, on))(actor=who, at=officer(Role.OFFICER, on).at)


def sent(matter: str, data: bytes, label: str = "缴款凭证") -> str:
    return hand_in.send_evidence(ours(), matter=matter, label=label, data=data)


def refused(step, *args, **kwargs) -> tuple[str, ...]:
    with pytest.raises(Refused) as found:
        step(*args, **kwargs)
    assert NUMBER not in str(found.value)
    return found.value.codes


BAD = [
    (b"", "EvidenceEmpty"),
    (b"MZ\x90\x00 run me.pdf", "EvidenceTypeUnknown"),
    (b"<html>%PDF-1.7", "EvidenceTypeUnknown"),
    (b"%PDF-1.7 and nothing else", "EvidenceUnreadable"),
    (b"%PDF-1.7" + bytes(LARGEST), "EvidenceTooLarge"),
    (paper("locked", password="secret"), "EvidenceEncrypted"),
    (paper(pages=101), "EvidenceTooManyPages"),
    (paper(f"ID {NUMBER} of somebody"), "EvidenceNamesPerson"),
    (paper(f"ID {NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}"), "EvidenceNamesPerson"),
    (paper("clean", title=f"copy {NUMBER}"), "EvidenceNamesPerson"),
    (picture(1, comment=f"scan of {NUMBER}"), "EvidenceNamesPerson"),
    (photo(f"scan of {NUMBER}"), "EvidenceNamesPerson"),
]


def test_what_is_not_taken_says_why_and_nothing_of_it_is_kept(matter):
    for data, why in BAD:
        assert refused(sent, matter, data) == (why,), data[:40]
    assert refused(sent, matter, picture(1), " ") == ("EvidenceLabelMissing",)
    assert refused(sent, matter, picture(1), "说" * 101) == ("EvidenceLabelTooLong",)
    assert refused(sent, matter, picture(1), f"证件 {NUMBER}") == ("EvidenceNamesPerson",)
    assert refused(hand_in.hand_in_evidence, ours(), matter=matter) == ("NothingToHandIn",)
    assert not File.objects.exists()
    for each in (paper("receipt 100.00"), photo(), *map(picture, range(MOST_FILES - 2))):
        sent(matter, each)
    assert refused(sent, matter, picture(200)) == ("EvidenceTooMany",)
    assert "EvidenceSentBefore" in refused(sent, matter, photo())


def test_who_sees_it_and_what_lies_in_the_database(matter):
    data = paper("receipt 100.00")
    id = sent(matter, data)
    home, other = officer(Role.OFFICER, DAY), officer(Role.OFFICER, DAY, "finance")
    assert hand_in.read_evidence(ours(), file=id)[1] == data
    assert refused(hand_in.read_evidence, home, file=id) == ("EvidenceUnknown",)
    assert hand_in.hand_in_evidence(ours(), matter=matter) == 1
    assert hand_in.read_evidence(home, file=id)[1] == data
    assert refused(hand_in.read_evidence, other, file=id) == ("OtherDepartment",)
    for role in (Role.AUDITOR, Role.CREDIT_OFFICE):
        above = officer(role, DAY, "credit-office")
        assert refused(hand_in.read_evidence, above, file=id) == ("RoleMissing",)
    assert refused(hand_in.take_back_evidence, ours(), file=id) == ("EvidenceHandedInBefore",)
    kept, row = Sealed.objects.get(), File.objects.get()
    assert data[:8] not in bytes(kept.body)
    assert (row.digest, row.size) == (sha256(data).hexdigest(), len(data))
    assert (verify().findings, rebuild().differences) == ((), 0)


def test_a_file_is_taken_back_by_who_sent_it_before_it_is_handed_in(matter):
    id = sent(matter, picture(1))
    clerk = officer(Role.OFFICER, DAY)
    assert refused(hand_in.take_back_evidence, clerk, file=id) == ("EvidenceOfAnother",)
    hand_in.take_back_evidence(ours(), file=id)
    assert (File.objects.count(), Sealed.objects.count()) == (0, 0)
    assert refused(hand_in.read_evidence, ours(), file=id) == ("EvidenceUnknown",)


def test_keys_are_changed_and_a_lost_key_says_so(matter, monkeypatch):
    monkeypatch.setattr(hand_in.settings, "EVIDENCE_KEYS", "old:one")
    id = sent(matter, picture(1))
    monkeypatch.setattr(hand_in.settings, "EVIDENCE_KEYS", "new:two,old:one")
    assert (hand_in.rotate_keys(), hand_in.rotate_keys()) == (1, 0)
    monkeypatch.setattr(hand_in.settings, "EVIDENCE_KEYS", "new:two")
    assert hand_in.read_evidence(ours(), file=id)[1] == picture(1)
    monkeypatch.setattr(hand_in.settings, "EVIDENCE_KEYS", "old:one")
    assert refused(hand_in.read_evidence, ours(), file=id) == ("SealUnopened",)


def test_it_is_deleted_by_date_or_with_the_contents_it_belongs_to(matter):
    id = sent(matter, picture(1))
    hand_in.hand_in_evidence(ours(), matter=matter)
    forgotten = sent(matter, picture(2))
    week, after = purge_evidence(on=date(2021, 3, 17)), purge_evidence(on=date(2021, 3, 18))
    assert (week.forgotten, after.forgotten, after.kept) == (0, 1, 1)
    contest.accept_objection(officer(Role.OFFICER, DAY), objection=matter)
    contest.decide_objection(
        officer(Role.REVIEWER, DAY), objection=matter, outcome="dismissed", reasons="无误。"
    )
    assert refused(sent, matter, picture(3)) == ("MatterClosed",)
    # Twelve months from 2021-03-10 end on 2022-03-09.
    assert purge_evidence(on=date(2022, 3, 9)).over == 0
    assert purge_evidence(on=date(2022, 3, 10)).over == 1
    assert purge_evidence(on=date(2022, 3, 10)).over == 0
    assert refused(hand_in.read_evidence, ours(), file=id) == ("EvidenceUnknown",)
    left = {each.id: (each.label, each.deleted_on) for each in File.objects.all()}
    assert left == {id: ("", date(2022, 3, 10)), forgotten: ("", date(2021, 3, 18))}
    assert (verify().findings, rebuild().differences) == ((), 0)


def test_the_files_go_with_the_contents(matter):
    sent(matter, picture(1))
    hand_in.hand_in_evidence(ours(), matter=matter)
    contest.accept_objection(officer(Role.OFFICER, DAY), objection=matter)
    contest.decide_objection(
        officer(Role.REVIEWER, DAY), objection=matter, outcome="withdrawn", reasons="有误。"
    )
    on, why = date(2021, 4, 1), {"basis": "statute", "cited": "某条例第九条", "reasons": "依法。"}
    record = hand_in.named_states([matter])[matter].target
    removal = destroy.propose_removal(officer(Role.OFFICER, on), target=record, **why)
    destroy.approve_removal(officer(Role.REVIEWER, on), removal=removal)
    assert [(each.label, each.deleted_on) for each in File.objects.all()] == [("", on)]
    assert not Sealed.objects.exists()
    assert verify().findings == ()
