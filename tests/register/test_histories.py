"""Random histories through the real writer: whatever is written, the register agrees with itself."""

from hashlib import sha256
from itertools import count

from django.db import connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodstanding.register import reading
from goodstanding.register.rebuilding import rebuild
from goodstanding.register.verifying import verify
from goodstanding.register.writing import writing
from tests.register import acts

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
#: One step: which organisation, what happens, with which words.
STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["enter", "mark", "name"]), TEXT),
    min_size=1,
    max_size=12,
)
LOTS = st.lists(STEPS, min_size=1, max_size=5)
NUMBERS = count(1000)


def _decided(lots):
    """The lots as acts: an organisation is entered first, a record before it is marked."""
    codes = [acts.stream(next(NUMBERS)) for _ in range(3)]
    records: dict[str, str] = {}
    yield codes, [acts.entered(code) for code in codes]
    for lot in lots:
        found = []
        for place, what, words in lot:
            code = codes[place]
            if what == "mark" and code in records:
                found.append(acts.marked(code, records[code], words))
            elif what == "name":
                found.append(acts.named(code, words))
            else:
                records[code] = f"record-{next(NUMBERS)}"
                found.append(acts.record(code, records[code], words))
        yield codes, found


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LOTS)
def test_live_equals_rebuilt_after_any_history(database, lots):
    for codes, decided in _decided(lots):
        with writing(*codes, author=acts.OFFICER, at=acts.MOMENT) as work:
            written = work.append(decided)
            seen = {act.header.aggregate: work.state(act.header.aggregate) for act in written}
        stored = {id: state for code in codes for id, state in reading.states(code).items()}
        now = reading.head().position
        folded = [reading.states(code, known_at=now) for code in codes]
        assert stored == {id: state for states in folded for id, state in states.items()}
        assert {id: stored[id] for id in seen} == seen
        assert [act.header for act in written] == _headers(written)


def _headers(written):
    """The same acts as the register reads them back."""
    streams = {act.header.stream for act in written}
    found = {act.header.position: act for code in streams for act in reading.acts(code)}
    return [found[act.header.position].header for act in written]


def test_after_all_histories_the_whole_register_agrees(database):
    test_live_equals_rebuilt_after_any_history(database)
    assert rebuild().found == ()
    assert verify().findings == ()
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT header, effect, content_digest, leaf, head FROM register_act ORDER BY position"
        )
        head = bytes(32)
        for *parts, leaf, stored in cursor.fetchall():
            hashed = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
            assert leaf == sha256(hashed).digest()
            head = sha256(head + leaf).digest()
            assert stored == head
