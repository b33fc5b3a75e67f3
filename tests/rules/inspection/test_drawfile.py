"""What is wrong with a file of a draw is told by name, all of it at once."""

import msgspec
import pytest

from goodstanding.rules.errors import Refused
from goodstanding.rules.inspection.drawfile import read, verify
from goodstanding.rules.inspection.hashing import hashed
from tests.rules.inspection.draws import file_of, frame, ticket

SEED = hashed("seed")
POOL = [ticket(each) for each in range(40)]
WHOLE = file_of(SEED, POOL, frame())


def refused(data):
    with pytest.raises(Refused) as found:
        verify(read(data))
    return set(found.value.codes)


def altered(**given):
    return msgspec.json.encode(msgspec.json.decode(WHOLE) | given)


def test_a_whole_file_is_drawn_again():
    found = verify(read(WHOLE))
    assert (found.pool, found.visits) == (40, len(read(WHOLE).visits))
    assert found.visits > 0


def test_a_file_before_the_draw_has_nothing_to_repeat():
    assert refused(altered(seed="", visits=[])) == {"DrawNotYet"}


def test_another_seed_is_not_the_one_committed_to():
    assert refused(altered(seed=hashed("other"))) == {"SeedNotCommitted"}


def test_a_pool_with_one_more_ticket_is_not_the_one_committed_to():
    pool = [*msgspec.json.decode(WHOLE)["pool"], [hashed("late"), "B", 2]]
    assert refused(altered(pool=pool)) == {"PoolDiffers"}


def test_pool_and_frame_are_both_told():
    told = msgspec.json.decode(WHOLE)
    found = altered(pool=told["pool"][1:], frame=told["frame"] | {"size": 1})
    assert refused(found) == {"PoolDiffers", "FrameDiffers"}


def test_a_visit_left_out_is_seen():
    assert refused(altered(visits=msgspec.json.decode(WHOLE)["visits"][1:])) == {"DrawDiffers"}


@pytest.mark.parametrize("data", [b"", b"{}", b'{"format":"goodstanding-draw/2"}'])
def test_something_else_is_no_file_of_a_draw(data):
    assert refused(data) == {"DrawFileUnreadable"}
