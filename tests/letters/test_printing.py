"""Letters as PDF: what they say can be read out of the file, in both languages, and bytes are fixed."""

import io
import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from goodstanding.flow import contest, correct, repair, revoke_repair
from goodstanding.flow.write_letter import write_letter
from goodstanding.letters.printing import pdf
from goodstanding.rules.errors import Refused
from tests.web import city as places

#: Where to leave the letters for somebody to look at; nowhere, if not set.
SHOWN = os.environ.get("GOODSTANDING_LETTERS")


def printed(city, who: str, letter: str, of: str, language: str) -> str:
    """The text of a letter as a reader takes it out of the PDF; blanks and line ends are gone."""
    made = pdf(write_letter(city.call(who, days=0), letter=letter, of=of, language=language))
    if SHOWN:
        Path(SHOWN, f"{letter}-{of[:6]}-{language}.pdf").write_bytes(made)
    pages = PdfReader(io.BytesIO(made)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


CASES = [
    (
        *("notice", "pending", "zh"),
        ("拟列入告知书", "拖欠农民工工资情节严重", "劳动保障监察条例", "36个月", "最迟", "不收费"),
    ),
    ("notice", "pending", "en", ("Noticeofaproposed", "atthelatest", "freeofcharge")),
    (
        *("decision", "restricted", "zh"),
        ("列入决定书", "信用修复指引", "60个自然日", "6个月", "最早可以申请修复的日期"),
    ),
    ("decision", "restricted", "en", ("Decisiontodesignate", "60calendardays", "6months")),
]


@pytest.mark.parametrize(("letter", "case", "language", "said"), CASES)
def test_a_letter_says(city, letter, case, language, said):
    text = printed(city, "human-resources/officer", letter, city.cases[case], language)
    assert [each for each in said if each not in text] == []


REPAIRS = [
    ("repair-accepted", "zh", ("信用修复受理通知书", "不要求培训")),
    ("repair-accepted", "en", ("Applicationforrepairtakenup",)),
    ("repair-outcome", "zh", ("准予信用修复决定书", "不再公示")),
    ("repair-outcome", "en", ("Repairgranted", "notshared")),
    ("revocation-notice", "zh", ("拟撤销信用修复告知书", "申请材料不实", "证明系伪造。", "最迟")),
    ("revocation-notice", "en", ("shallberevoked", "apaperisfalse")),
    ("revocation", "zh", ("撤销信用修复决定书", "恢复效力", "60个自然日")),
    ("revocation", "en", ("Revocationofarepair", "countsagain")),
]


@pytest.fixture
def revoked(city) -> str:
    """A repair that was granted and revoked: every letter a repair can have."""
    officer, reviewer = (
        city.call(f"{places.HOME}/{who}", days=0) for who in ("officer", "reviewer")
    )
    contest.decide_objection(
        reviewer, objection=city.objections["stayed"], outcome="dismissed", reasons="记录无误。"
    )
    repair.decide_repair(reviewer, repair=city.repair, outcome="granted")
    revoke_repair.notify_revocation(
        officer,
        repair=city.repair,
        ground="false-papers",
        facts="证明系伪造。",
        method="in-person",
        proof="送达回证 3",
    )
    revoke_repair.answer_revocation(officer, repair=city.repair, text="", waived=True)
    revoke_repair.revoke_repair(reviewer, repair=city.repair, reasons="材料不实。")
    return city.repair


def test_the_letters_of_a_repair(city, revoked):
    for letter, language, said in REPAIRS:
        text = printed(city, "human-resources/officer", letter, revoked, language)
        assert [each for each in said if each not in text] == [], letter


def test_a_refused_repair_says_why_not_yet(city):
    repair.decide_repair(
        city.call(f"{places.HOME}/reviewer", days=0),
        repair=city.repair,
        outcome="refused",
        ground="duty-not-performed",
        reasons="工资尚未付清。",
    )
    for language, said in (
        (
            "zh",
            ("不予信用修复决定书", "义务尚未履行完毕", "工资尚未付清。", "信用修复指引", "6个月"),
        ),
        ("en", ("Repairrefused", "Whynotyet", "Papers,theseandnoothers")),
    ):
        text = printed(city, "human-resources/officer", "repair-outcome", city.repair, language)
        assert [each for each in said if each not in text] == []


def test_the_letters_of_records_that_changed(city):
    record, case = city.records["restricted"], city.cases["restricted"]
    reviewer = city.call(f"{places.HOME}/reviewer", days=0)
    values = {"CF_WSH": "岚人社罚〔2026〕更正号"}
    correct.correct_record(reviewer, record=record, values=values, reasons="文号录入有误。")
    told = printed(city, "human-resources/officer", "correction", record, "zh")
    assert [
        x for x in ("文号录入有误。", "更正前", "更正号", "公共资源交易") if x not in told
    ] == []
    contest.withdraw_record(reviewer, record=record, as_wrong=True, reasons="决定已被撤销。")
    for letter, of, language, said in (
        ("withdrawal", record, "zh", ("记录撤销通知书", "自始不产生效力", "拖欠农民工工资")),
        ("withdrawal", record, "en", ("Withdrawalofarecord", "fromthestart")),
        ("lifted", case, "zh", ("措施解除确认书", "因所依据的记录被撤销", "公共资源交易")),
        ("lifted", case, "en", ("measuresarelifted", "Excludedfromtenders")),
        ("ask-again", record, "zh", ("重新申请提示函", "公共资源交易")),
        ("ask-again", record, "en", ("Wheretoaskagain", "Publicresourcestrading")),
    ):
        text = printed(city, "human-resources/officer", letter, of, language)
        assert [each for each in said if each not in text] == [], letter


@pytest.mark.parametrize(("language", "said"), [("zh", "自始不产生效力"), ("en", "fromthestart")])
def test_the_outcome_of_an_objection(city, language, said):
    of = city.objections["withdrawn"]
    assert said in printed(city, "human-resources/officer", "outcome", of, language)


def test_the_same_acts_give_the_same_bytes_with_their_fonts_within(city):
    letter = write_letter(
        city.call("human-resources/officer", days=0),
        letter="decision",
        of=city.cases["restricted"],
        language="zh",
    )
    made = pdf(letter)
    assert pdf(letter) == made
    assert made.startswith(b"%PDF-1.7")
    reader = PdfReader(io.BytesIO(made))
    fonts = [each.get_object() for each in reader.pages[0]["/Resources"]["/Font"].values()]
    inner = [each["/DescendantFonts"][0].get_object()["/FontDescriptor"] for each in fonts]
    assert all("/FontFile3" in each.get_object() for each in inner)
    assert "NotoSansCJK" in str(fonts)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert letter.digest in reader.pages[0].extract_text()


def test_what_somebody_wrote_is_never_markup(city):
    letter = write_letter(
        city.call("human-resources/officer", days=0),
        letter="decision",
        of=city.cases["restricted"],
        language="zh",
    )
    hostile = '#panic("x") $x^2$ *b* = @ref `raw` \\ #read("/etc/passwd") <a>'
    said = replace(letter.said, reasons=hostile)
    made = pdf(replace(letter, said=said, addressee="#image(1)"))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert "".join(hostile.split()) in "".join(text.split())


@pytest.mark.parametrize(
    ("who", "letter", "of", "code"),
    [
        ("market-regulation/officer", "decision", "restricted", "OtherDepartment"),
        ("human-resources/officer", "decision", "pending", "CaseNotDecided"),
        ("human-resources/officer", "poem", "pending", "LetterUnknown"),
        ("human-resources/officer", "outcome", "pending", "AggregateUnknown"),
    ],
)
def test_no_letter_to_others_nor_before_its_time(city, who, letter, of, code):
    with pytest.raises(Refused) as refused:
        write_letter(city.call(who, days=0), letter=letter, of=city.cases[of], language="zh")
    assert refused.value.codes == (code,)
