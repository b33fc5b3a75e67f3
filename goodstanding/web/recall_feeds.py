"""The public recall feed as JSON Feed and as Atom, in Chinese and English at once."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext
from django.utils.xmlutils import SimplerXMLGenerator

from goodstanding.flow.recall_feed import Falls, PublicFall
from goodstanding.web.downloads import JSON
from goodstanding.web.wording import RECALLS

ATOM = "application/atom+xml; charset=utf-8"
FEED_JSON = f"{JSON.replace('/json', '/feed+json')}; charset=utf-8"
#: Makes an address of this site from a path.
Absolute = Callable[[str], str]


class AtomFeed(Atom1Feed):
    """Atom with the address of the next page (RFC 5005)."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """What stands above the entries."""
        super().add_root_elements(handler)
        if self.feed["next"]:
            link = {"rel": "next", "href": self.feed["next"]}
            handler.addQuickElement("link", "", link)


def as_json(falls: Falls, *, here: str, next: str, home: str, absolute: Absolute) -> bytes:
    """A page of the feed as JSON Feed 1.1; what machines read stands under ``_goodstanding``."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _both(lambda: gettext("Public recall feed")),
        "home_page_url": home,
        "feed_url": here,
        "language": "zh-Hans",
        "items": [_item(each, absolute) for each in falls.items],
    }
    if next:
        feed["next_url"] = next
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def as_atom(falls: Falls, *, here: str, next: str, home: str, absolute: Absolute) -> bytes:
    """A page of the feed as Atom."""
    feed = AtomFeed(
        title=_both(lambda: gettext("Public recall feed")),
        link=home,
        description=None,
        language="zh-Hans",
        feed_url=here,
        next=next,
    )
    for each in falls.items:
        item = _item(each, absolute)
        feed.add_item(
            title=item["title"],
            link=item["url"],
            description=item["content_text"],
            unique_id=f"urn:goodstanding:{each.id}",
            pubdate=each.at,
            updateddate=each.at,
            categories=[each.kind, each.subject],
        )
    return str(feed.writeString("utf-8")).encode()


def _item(fall: PublicFall, absolute: Absolute) -> dict[str, Any]:
    number = fall.document or fall.record
    title = f"{_both(lambda: str(RECALLS[fall.kind]))}：{number}"
    days = f"{fall.record} v{fall.version}, {fall.from_day} – {fall.not_after}"
    return {
        "id": fall.id,
        "url": absolute(f"/records/{fall.record}"),
        "title": title,
        "content_text": "\n".join(filter(None, (days, fall.authority, fall.reasons))),
        "date_published": fall.at.isoformat(),
        "tags": [fall.kind, fall.subject],
        "_goodstanding": msgspec.to_builtins(fall),
    }


def _both(say: Callable[[], str]) -> str:
    """A text in both languages: a feed is one for all readers, whatever their cookie says."""
    told = []
    for language in ("zh-hans", "en"):
        with translation.override(language):
            told.append(say())
    return " / ".join(told)
