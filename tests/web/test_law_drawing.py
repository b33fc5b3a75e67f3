"""The drawing says what the list beside it says, and its texts stay inside their boxes."""

import re
from datetime import date
from html import unescape

import pytest
from django.utils import translation

from goodstanding.cli.rulebook_files import rulebook
from goodstanding.web.law_chain import from_ground, to_measure
from goodstanding.web.law_drawing import PAD, Drawing, draw_ground, draw_measure
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.text_width import fit, width

ON = date(2026, 11, 1)
PACKS = ("dongguan-2018", "cn-2026", "shenzhen-2023")


def drawings(language):
    with translation.override(language):
        for name in PACKS:
            book = Lawbook(rulebook(name), ON)
            for ground in book.grounds:
                tree = from_ground(book, ground.id)
                yield ground.id, draw_ground(tree), tree.texts
            for id, _ in book.measures:
                grounds, tree = to_measure(book, id)
                texts = [text for each in (*grounds, tree) for text in each.texts]
                yield id, draw_measure(grounds, tree), texts


def _joined(texts):
    return re.sub(r"\s", "", "".join(texts))


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_drawing_has_the_texts_of_the_list_and_they_fit(language):
    drawn = 0
    for id, drawing, texts in drawings(language):
        if drawing is None:
            continue
        drawn += 1
        said = [text.words for box in drawing.boxes for text in box.texts]
        assert sorted(_joined(said)) == sorted(_joined(texts)), id
        assert not list(_outside(drawing)), id
        assert not list(_overlapping(drawing)), id
    assert drawn > 80


def _outside(drawing: Drawing):
    for box in drawing.boxes:
        for text in box.texts:
            end = text.x + width(text.words, 13 if text.note else 15)
            if end > box.x + box.width - PAD / 2 or not box.y < text.y < box.y + box.height:
                yield text.words


def _overlapping(drawing: Drawing):
    for one in drawing.boxes:
        for other in drawing.boxes:
            across = one.x == other.x and one is not other
            if across and one.y < other.y < one.y + one.height:
                yield one, other


def test_a_title_breaks_between_words_and_never_begins_with_a_full_stop():
    assert fit("Barred from tenders", size=10, room=60) == ["Barred", "from", "tenders"]
    assert fit("限制参加投标。", size=10, room=60) == ["限制参加投标。"]
    assert fit("unbreakable", size=10, room=30) == ["unbre", "akabl", "e"]


def test_the_page_hides_the_drawing_from_readers_and_has_the_list(city):
    html = city.client("visitor").get("/rulebook/grounds/wage-arrears/refusal-after-order")
    figure = re.search(r'<figure class="chain.*?</figure>', html.content.decode(), re.S).group()
    drawing, listed = figure.split('<ul class="chain-list">')
    assert 'aria-hidden="true"' in drawing
    assert "<a " not in figure
    said = unescape("".join(re.findall(r"<text[^>]*>([^<]*)<", drawing)))
    told = unescape(re.sub(r"<[^>]+>", "", listed))
    assert sorted(_joined(said)) == sorted(_joined(told))
