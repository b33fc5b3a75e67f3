"""A calendar file says what it says, by RFC 5545, whatever the texts hold."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from goodstanding.files.calendar_file import Event, Standing, calendar_bytes, escaped, folded

AT = datetime(2026, 11, 26, 13, 30, 5, tzinfo=UTC)
EVENT = Event(
    id="11111111-2222-3333-4444-555555555555",
    day=date(2026, 12, 31),
    standing=Standing.CONFIRMED,
    title="陈述申辩最后一日",
    text="一；二, 三; 四\\五\n六",
    url="https://register.example/cases/d-1",
)


def file(*events, sequence=7):
    return calendar_bytes(
        events, name="岚港市示例有限公司", language="zh-hans", sequence=sequence, at=AT
    ).decode()


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_an_event_is_a_whole_day_with_a_lasting_id_and_a_sequence():
    lines = unfolded(file(EVENT))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT") + 1] == [
        "BEGIN:VEVENT",
        "UID:11111111-2222-3333-4444-555555555555",
        "SEQUENCE:7",
        "DTSTAMP:20261126T133005Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "SUMMARY:陈述申辩最后一日",
        "DESCRIPTION:一；二\\, 三\\; 四\\\\五\\n六",
        "URL:https://register.example/cases/d-1",
        "END:VEVENT",
    ]


def test_every_line_ends_with_crlf_and_none_is_longer_than_75_octets():
    long = replace(EVENT, title="岚" * 200)
    data = file(long).encode()
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert f"SUMMARY:{'岚' * 200}" in unfolded(data.decode())


def test_without_events_there_is_an_empty_calendar():
    assert "BEGIN:VEVENT" not in file()
    assert file().endswith("END:VCALENDAR\r\n")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", ""),
        ("a\r\nb\rc\nd", "a\\nb\\nc\\nd"),
        ("x\r\nEND:VEVENT", "x\\nEND:VEVENT"),
        ("a,b;c\\d", "a\\,b\\;c\\\\d"),
        ("nul\x00bell\x07del\x7f", "nulbelldel"),
        ("a\tb", "ab"),
    ],
)
def test_a_text_ends_nothing_and_begins_nothing(text, value):
    assert escaped(text) == value


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("x" * 75, 1),
        ("x" * 76, 2),
        ("x" * 149, 2),
        ("x" * 150, 3),
        # Three octets each: 25 fit, then 24 after the blank.
        ("岚" * 25, 1),
        ("岚" * 26, 2),
        ("岚" * 49, 2),
        ("岚" * 50, 3),
    ],
    ids=lambda value: f"{value[:1]}{len(value)}" if isinstance(value, str) else str(value),
)
def test_a_line_is_folded_between_characters(line, pieces):
    text = folded(line)
    assert text.count("\r\n") == pieces
    assert text.removesuffix("\r\n").replace("\r\n ", "") == line
