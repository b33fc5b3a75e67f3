"""The chain: every byte of every part counts, also where one part ends and the next begins."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from hypothesis import assume, given
from hypothesis import strategies as st

from goodstanding.rules import chain
from goodstanding.rules.act_ids import act_id

PARTS = st.tuples(st.binary(max_size=8), st.binary(max_size=8), st.binary(max_size=8))


def _leaf(parts):
    header, effect, inner = parts
    return chain.leaf(header=header, effect=effect, content_digest=inner)


@given(PARTS, PARTS)
def test_two_different_acts_have_different_leaves(one, other):
    assume(one != other)
    assert _leaf(one) != _leaf(other)


def test_a_byte_cannot_move_from_one_part_to_the_next():
    assert _leaf((b"ab", b"c", b"")) != _leaf((b"a", b"bc", b""))
    moved = chain.content_digest(salt=b"a", content=b"bc")
    assert chain.content_digest(salt=b"ab", content=b"c") != moved


def test_the_leaf_and_the_head_are_as_documented():
    lengths = [(2).to_bytes(8, "big"), (1).to_bytes(8, "big"), (0).to_bytes(8, "big")]
    leaf = sha256(lengths[0] + b"ab" + lengths[1] + b"c" + lengths[2]).digest()
    assert _leaf((b"ab", b"c", b"")) == leaf
    assert chain.next_head(chain.GENESIS, leaf) == sha256(bytes(32) + leaf).digest()


@given(
    st.datetimes(timezones=st.just(UTC)),
    st.integers(0, 2**74 - 1),
)
def test_an_act_id_is_a_version_7_uuid_led_by_its_moment(moment, entropy):
    assume(moment.year >= 1970)
    id = act_id(moment, entropy)
    assert (id[14], id[19] in "89ab", len(id)) == ("7", True, 36)
    since_1970 = moment - datetime(1970, 1, 1, tzinfo=UTC)
    assert int(id[:8] + id[9:13], 16) == since_1970 // timedelta(milliseconds=1)
    bits = int(id.replace("-", ""), 16)
    assert (bits >> 64 & 0xFFF) << 62 | bits & (1 << 62) - 1 == entropy
