"""Files whose cells are wrong, damaged, about persons, or meant to do harm; two rows are sound."""

from tests.files.hostile.making import Cells, book, files, text
from tests.rules.penalty_rows import (
    AUTHORITY,
    code,
    commitment,
    default,
    identity_number,
    penalty,
    wrong_check,
)

SOUND = (penalty(101), penalty(102))
NUMBER = identity_number()
HOUSEHOLD = code(1, prefix="92")


def told(*rows: Cells) -> bytes:
    """A CSV file: a sound row, these, and a sound row."""
    return text(SOUND[0], *rows, SOUND[1])


def cell(**changed: object) -> bytes:
    """A workbook of two sound rows around one with these cells."""
    return book(SOUND[0], penalty(1) | changed, SOUND[1])


def one(code: str, **changed: str):
    """A file with one row to mend, and the code it is told."""
    return (lambda: told(penalty(1, **changed))), f"2/0/1/0 {code}"


def out(code: str, **changed: str):
    """A file with one row of which nothing is kept."""
    return (lambda: told(penalty(1, **changed))), f"2/0/0/1 {code}"


def fine(**changed: str):
    """A file whose middle row is odd, and sound."""
    return (lambda: told(penalty(1, **changed))), "3/0/0/0"


DATES = (
    ("two-digit-year.csv", *one("DateNotRead", CF_JDRQ="26/3/2")),
    ("month-and-day-swapped.csv", *one("DateNotRead", CF_JDRQ="02/03/2026")),
    ("thirteenth-month.csv", *one("DateNotRead", CF_JDRQ="2026-13-02")),
    ("no-marks-in-date.csv", *one("DateNotRead", CF_JDRQ="20260302")),
    ("points-in-date.csv", *fine(CF_JDRQ="2026.3.2")),
    ("full-width-date.csv", *fine(CF_JDRQ="２０２６年３月２日")),
    ("date-as-number.csv", *fine(CF_JDRQ="46083")),
    ("date-with-time.csv", *fine(CF_JDRQ="2026-03-02 00:00:00")),
    ("decided-in-2099.csv", *one("DateInTheFuture DatesOutOfOrder", CF_JDRQ="2099-12-31")),
    ("ends-before-it-begins.csv", *one("DatesOutOfOrder", CF_YXQ="2020-01-01")),
    ("without-end.csv", *fine(CF_YXQ="长期")),
)
AMOUNTS = (
    ("amount-with-unit.csv", *one("AmountNotRead", CF_NR_FK="0.5万元")),
    ("amount-in-yuan.csv", *one("AmountNotRead", CF_NR_FK="5000元")),
    ("amount-with-commas.csv", *one("AmountNotRead", CF_NR_FK="1,000")),
    ("amount-1e3.csv", *one("AmountNotRead", CF_NR_FK="1e3")),
    ("amount-negative.csv", *one("AmountNotRead", CF_NR_FK="-1")),
    ("amount-in-words.csv", *one("AmountNotRead", CF_NR_FK="伍仟元")),
    ("amount-too-fine.csv", *one("AmountTooFine", CF_NR_FK="0.12345678")),
    ("amount-missing.csv", *one("AmountMissing", CF_NR_FK="")),
    ("amount-full-width.csv", *fine(CF_NR_FK="０．５")),
)
CODES = (
    ("code-as-number.csv", *one("CodeDamaged", CF_XDR_SHXYM="9.1449E+17")),
    ("code-of-15-digits-left.csv", *one("CodeDamaged", CF_XDR_SHXYM="914498001234567000")),
    ("code-as-number.xlsx", lambda: cell(CF_XDR_SHXYM=914498001234567890), "2/0/1/0 DigitsLost"),
    ("code-too-short.csv", *one("LengthWrong", CF_XDR_SHXYM=code(1)[:17])),
    ("code-with-o.csv", *one("CharacterNotAllowed", CF_XDR_SHXYM=code(1)[:16] + "O" + code(1)[17])),
    ("code-mistyped.csv", *one("CheckCharacterWrong", CF_XDR_SHXYM=wrong_check(1))),
    ("code-missing.csv", *one("ValueMissing", CF_XDR_SHXYM="")),
    ("code-a-slash.csv", *one("ValueMissing", CF_XDR_SHXYM="/")),
    (
        "code-with-apostrophe.csv",
        *one("CharacterNotAllowed LengthWrong", CF_XDR_SHXYM="'" + code(1)),
    ),
    (
        "code-in-pieces.csv",
        *fine(CF_XDR_SHXYM=" ".join((code(1)[:8], code(1)[8:17], code(1)[17:]))),
    ),
    ("code-in-small-letters.csv", *fine(CF_XDR_SHXYM=code(1).lower())),
    ("code-full-width.csv", *fine(CF_XDR_SHXYM="".join(chr(ord(c) + 0xFEE0) for c in code(1)))),
    ("code-between-unseen-marks.csv", *fine(CF_XDR_SHXYM=f"\u202d{code(1)}\u202c\u200b")),
    ("authority-unknown.csv", *one("CharacterNotAllowed LengthWrong", CF_CFJGDM="市监局")),
)
TEXTS = (
    ("facts-too-long.csv", *one("TextTooLong", CF_SY="长" * 5_001)),
    ("facts-missing.csv", *one("ValueMissing", CF_SY="无")),
    ("category-unknown.csv", *one("PenaltyCategoryUnknown", CF_CFLB="罚款;示众")),
    ("emoji.csv", *fine(CF_SY="标签印有😀与👩‍🏫图案")),
    ("rare-characters.csv", *fine(CF_XDR_MC="岚港市䶮𠮷𡈽示例电子有限公司")),
    ("right-to-left-marks.csv", *fine(CF_XDR_MC="\u200f岚港市示例\u202e电子有限公司\u202c")),
    ("basis-not-read.csv", *fine(CF_YJ="有关规定")),
    ("formula.xlsx", lambda: cell(CF_SY="=1+1"), "2/0/1/0 FormulaInCell"),
    (
        "formula-in-code.xlsx",
        lambda: cell(CF_XDR_SHXYM='=CONCATENATE("9","1")'),
        "2/0/1/0 FormulaInCell",
    ),
    ("injection.csv", *fine(CF_SY="=cmd|' /C calc'!A0", CF_WFXW="@SUM(1)", CF_NR="+1-1")),
    ("injection-in-rejected.csv", *one("DateNotRead", CF_JDRQ="x", CF_SY='=HYPERLINK("//x","y")')),
    ("markup.csv", *fine(CF_SY="<script>alert(1)</script>")),
    ("number-in-name.xlsx", lambda: cell(CF_XDR_MC=20260302), "3/0/0/0"),
)
PERSONS = (
    ("a-person.csv", *out("RowAboutPerson", CF_XDR_LB="自然人", CF_XDR_MC="某某", CF_XDR_SHXYM="")),
    ("a-person-by-name-only.csv", *out("RowAboutPerson", CF_XDR_MC="王建国", CF_XDR_SHXYM="")),
    ("a-household-business.csv", *out("RowAboutHouseholdBusiness", CF_XDR_SHXYM=HOUSEHOLD)),
    ("identity-number-as-code.csv", *out("RowAboutPerson", CF_XDR_SHXYM=NUMBER)),
    ("identity-number-in-facts.csv", *out("IdentityNumberInCell", CF_SY=f"厂长（{NUMBER}）")),
    ("identity-number-in-pieces.csv", *out("IdentityNumberInCell", BZ=" ".join(NUMBER))),
    (
        "identity-number-cut-over-cells.csv",
        lambda: told(penalty(1) | {"甲": NUMBER[:6], "乙": NUMBER[6:]}),
        "2/0/0/1 IdentityNumberInCell",
    ),
    (
        "identity-number-as-number.xlsx",
        lambda: cell(BZ=int(NUMBER[:15] + "000")),
        "2/0/0/1 IdentityNumberInCell",
    ),
    ("blocked-basis.csv", *out("OutsideTheRegister", CF_YJ="《出版管理条例》第六十一条")),
    ("military-code.csv", *out("ClassOutsideTheRegister", CF_XDR_SHXYM=code(1, prefix="A1"))),
    ("union-code.csv", *out("ClassOutsideTheRegister", CF_XDR_SHXYM=code(1, prefix="81"))),
)
EVERYTHING = (
    "2/0/1/0 AmountNotRead CharacterNotAllowed DateNotRead LengthWrong PenaltyCategoryUnknown"
    " SubjectCategoryUnknown"
)
ROWS = (
    ("same-row-twice.csv", lambda: told(*SOUND), "2/2/0/0"),
    (
        "same-row-written-otherwise.csv",
        lambda: told(penalty(101, CF_JDRQ="2026年3月2日")),
        "2/1/0/0",
    ),
    (
        "two-values-for-one-document.csv",
        lambda: told(penalty(101, CF_NR_FK="9")),
        "2/0/1/0 ConflictsWithRecord",
    ),
    ("everything-wrong.csv", lambda: told(dict.fromkeys(penalty(1), "?")), EVERYTHING),
    (
        "ten-thousand-errors.csv",
        lambda: text(*(penalty(n, CF_JDRQ="x") for n in range(10_000))),
        "0/0/10000/0 DateNotRead",
    ),
    (
        "authority-as-party.csv",
        lambda: told(penalty(1, CF_XDR_SHXYM=AUTHORITY)),
        "2/0/0/1 ClassOutsideTheRegister",
    ),
)


def promise(expected: str, **changed: str):
    """A file of two commitments, the second with these cells."""
    made = {f"CM_{name}": text for name, text in changed.items()}
    return (lambda: text(commitment(1), commitment(2, **made))), expected


UNDECIDED = {"DOCUMENT": "", "DECIDED_ON": "/", "BASIS": "无"}
COMMITMENTS = (
    ("commitment-nobody-decided-on.csv", *promise("2/0/0/0", **UNDECIDED)),
    ("commitment-kept-without-basis.csv", *promise("2/0/0/0", FULFILMENT="已履行", BASIS="")),
    ("commitment-broken-without-basis.csv", *promise("1/0/1/0 ValueMissing", BASIS="")),
    ("commitment-half-decided.csv", *promise("1/0/1/0 ValueMissing", DOCUMENT="/")),
    ("commitment-not-said-how-kept.csv", *promise("1/0/1/0 ValueMissing", FULFILMENT="")),
    ("commitment-kept-in-a-way.csv", *promise("1/0/1/0 ChoiceNeeded", FULFILMENT="基本履行")),
    ("commitment-of-no-kind.csv", *promise("1/0/1/0 ChoiceNeeded", KIND="口头")),
    ("commitment-due-before-made.csv", *promise("1/0/1/0 FoundBeforeMade", DUE_ON="2026-01-04")),
    ("commitment-found-before-made.csv", *promise("1/0/1/0 FoundBeforeMade", MADE_ON="2026-02-28")),
    ("commitment-of-a-person.csv", *promise("1/0/0/1 RowAboutPerson", NAME="李志强", CODE=NUMBER)),
    (
        "commitment-blocked.csv",
        *promise("1/0/0/1 OutsideTheRegister", MATTER="依据《出版管理条例》的承诺"),
    ),
)
FILES = (
    files(*DATES, *AMOUNTS, *CODES, *TEXTS, *PERSONS, *ROWS)
    + files(
        (
            "court-person.csv",
            lambda: text(default(1), default(2, ED_NAME="李志强", ED_CODE="")),
            "1/0/0/1 RowAboutPerson",
        ),
        (
            "court-name-only.csv",
            lambda: text(default(1), default(2, ED_CODE="")),
            "1/0/1/0 ValueMissing",
        ),
        kind="enforcement-default",
    )
    + files(*COMMITMENTS, kind="commitment")
)
