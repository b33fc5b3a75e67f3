"""Lists of messages: what may be asked, which fit, and each as one line."""

from collections.abc import Iterable

import msgspec
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from goodstanding.departments.models import ApiClient
from goodstanding.departments.queries import institution_names
from goodstanding.jobs.links import path
from goodstanding.organisations.queries import named
from goodstanding.outbox.models import Message
from goodstanding.outbox.queries import STATES as IN_STATE
from goodstanding.rules.periods import local_day
from goodstanding.rules.policy import allowed
from goodstanding.rules.rights import Action
from goodstanding.rules.telling.kinds import INSTITUTION, Channel, Sort, kinds_for, sort_of
from goodstanding.rules.telling.kinds import KINDS as KINDS_OF
from goodstanding.web.fields import Day
from goodstanding.web.filtering import ListFilter
from goodstanding.web.message_words import CHANNELS, CLOSED, KINDS
from goodstanding.web.visit import Visit
from goodstanding.web.wording import STATES

COLUMNS = {
    "kind": _("Message"),
    "addressee": _("To"),
    "channel": _("Channel"),
    "state": _("State"),
    "queued": _("Queued on"),
    "sent": _("Sent on"),
    "tries": _("Tries"),
    "error": _("Last error"),
    "about": _("About"),
    "subject": _("Number"),
}


class MessageFilter(ListFilter):
    """Which messages."""

    page, file = "web:messages", "web:messages-file"
    kind = forms.ChoiceField(label=_("Message"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    channel = forms.ChoiceField(label=_("Channel"), required=False)
    since = Day(label=_("Queued from"), required=False, help_text="")
    until = Day(label=_("Queued until"), required=False, help_text="")

    def offer(self, visit: Visit) -> None:
        """Kinds that come to the reader, states, and channels."""
        whole = allowed(visit.actor, Action.READ_MESSAGES)
        kinds = () if whole else kinds_for(sort_of(visit.actor.recipient))
        offered = [each.id for each in kinds] or list(KINDS)
        self.choose("kind", [(each, KINDS[each]) for each in offered], every=_("All"))
        states = [(each, STATES[each].word) for each in IN_STATE]
        self.choose("state", states, every=_("All"))
        self.choose("channel", list(CHANNELS.items()), every=_("All"))


class MessageLine(msgspec.Struct, frozen=True, kw_only=True):
    """One message as a line of a list.

    ``about``: the organisation or month it is about; ``why``: why it was not sent, or what went
    wrong last.
    """

    message: Message
    title: str
    about: str
    to: str
    channel: str
    state: str
    why: str
    link: str


def fitting(found: QuerySet[Message], chosen: MessageFilter) -> QuerySet[Message]:
    """Those of some messages that fit, latest queued first."""
    if chosen.errors:
        return found.none()
    if state := chosen.value("state"):
        found = found.filter(IN_STATE[state])
    asked = {
        "kind": "kind",
        "channel": "channel",
        "since": "created_at__date__gte",
        "until": "created_at__date__lte",
    }
    return found.filter(
        **{name: chosen.value(field) for field, name in asked.items() if chosen.value(field)}
    )


def lines(visit: Visit, messages: Iterable[Message]) -> list[MessageLine]:
    """Messages as lines; two queries however many."""
    listed = list(messages)
    about = {each.organisation for each in listed} - {""}
    names = addressees(visit, {each.addressee for each in listed} | about)
    return [
        MessageLine(
            message=each,
            title=str(KINDS[each.kind]),
            about=names.get(each.organisation, "") or _month(each),
            to=names[each.addressee],
            channel=str(CHANNELS[each.channel]),
            state=state_of(each),
            why=str(CLOSED.get(each.closed, "")) or each.last_error,
            link=path(each),
        )
        for each in listed
    ]


def _month(message: Message) -> str:
    """The month of a return, which is about no organisation."""
    is_return = KINDS_OF[message.kind].subject == "return"
    return message.subject.rsplit(".", 1)[-1] if is_return else ""


def state_of(message: Message) -> str:
    """The state's key in `wording.STATES`: what only our pages tell was not sent."""
    on_page = message.channel == Channel.PAGE
    return "on-page" if on_page else message.state


def addressees(visit: Visit, ids: set[str]) -> dict[str, str]:
    """The name of each addressee: department, client, or organisation."""
    names = named(each for each in ids if sort_of(each) is Sort.ORGANISATION)
    outside = {each.removeprefix(INSTITUTION): each for each in ids if _outside(each)}
    names |= {outside[code]: name for code, name in institution_names(outside).items()}
    programs = [each for each in ids if sort_of(each) is Sort.CLIENT]
    if programs:
        names |= dict(ApiClient.objects.filter(id__in=programs).values_list("id", "name"))
    return {each: names.get(each) or visit.titles.department(each) for each in ids}


def _outside(id: str) -> bool:
    return sort_of(id) is Sort.INSTITUTION


def cells(line: MessageLine) -> dict[str, str]:
    """The line as cells of a file."""
    found = line.message
    shown = {
        "kind": line.title,
        "addressee": line.to,
        "channel": line.channel,
        "state": STATES[line.state].word,
        "queued": local_day(found.created_at),
        "sent": local_day(found.sent_at) if found.sent_at else "",
        "tries": found.tries,
        "error": line.why,
        "about": line.about,
        "subject": found.subject,
    }
    return {name: str(value) for name, value in shown.items() if value != ""}
