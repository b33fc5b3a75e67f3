"""What an escape of JSON can write and no table can hold is refused when it is read."""

import pytest

from goodstanding.files.reading import read
from goodstanding.rules.errors import Refused


@pytest.mark.parametrize("escape", ["\\u0000", "\\ud800", "\\udfff x"])
def test_a_line_with_no_text_in_it_is_refused_with_its_number(escape):
    data = ('{"a": "ok"}\n{"a": "' + escape + '"}\n').encode()
    with pytest.raises(Refused) as refused:
        list(read(data).rows)
    assert refused.value.codes == ("CharactersUnreadable",)
    assert refused.value.refusals[0].fields == {"row": 2}


def test_a_pair_of_halves_is_one_character():
    data = b'{"a": "\\ud840\\udc00"}\n'
    assert [row.cells for row in read(data).rows] == [{"a": "\U00020000"}]
