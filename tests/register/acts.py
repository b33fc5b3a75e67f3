"""Acts as decided, for tests that do not care which law led to them."""

from datetime import UTC, date, datetime

from goodstanding.register.writing import Author
from goodstanding.rules.acts.envelope import Decided
from goodstanding.rules.acts.organisation import OrganisationEntered, OrganisationNamed
from goodstanding.rules.acts.record import RecordEntered, RecordMarked

DAY = date(2018, 3, 1)
MOMENT = datetime(2018, 3, 1, 2, 0, tzinfo=UTC)
OFFICER = Author("officer-1", "human-resources")


def stream(number: int) -> str:
    """A stream's name; the register itself does not ask whether it is a valid code."""
    return f"91449800MA{number:08d}"


def entered(code: str, name: str = "岚港市示例电子有限公司") -> Decided:
    """The first act about an organisation."""
    effect = OrganisationEntered(code=code, class_id="enterprise", name=name)
    return Decided(
        stream=code, aggregate=code, effective_on=DAY, effect=effect, content={"name": name}
    )


def named(code: str, name: str) -> Decided:
    """A later name of an organisation."""
    effect = OrganisationNamed(name=name, since=DAY)
    return Decided(stream=code, aggregate=code, effective_on=DAY, effect=effect)


def record(code: str, id: str, document: str = "岚人社罚〔2018〕1号") -> Decided:
    """A penalty of an organisation."""
    effect = RecordEntered(
        record_kind="penalty",
        department="human-resources",
        authority="岚港市人力资源局",
        document=document,
        decided_on=DAY,
        adverse=True,
        transcribed=False,
        basis_readable=True,
        natural_key=f"{code}/{id}",
        digest="d" * 64,
        public_from=DAY,
        public_until=date(2021, 3, 1),
        publication=None,
    )
    return Decided(
        stream=code, aggregate=id, effective_on=DAY, effect=effect, content={"facts": "拖欠工资。"}
    )


def marked(code: str, id: str, objection: str = "objection-1") -> Decided:
    """A record disputed."""
    effect = RecordMarked(objection=objection)
    return Decided(stream=code, aggregate=id, effective_on=DAY, effect=effect)
