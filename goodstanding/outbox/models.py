"""Messages and where they go. Not facts about organisations: no act, no shelf, no rebuild."""

import secrets
from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from goodstanding.rules.telling.kinds import KINDS, Channel

CHANNELS = [each.value for each in Channel]


def new_endpoint_id() -> str:
    """An id that says nothing about the endpoint."""
    return f"w-{secrets.token_hex(8)}"


class Message(models.Model):
    """One thing told to one addressee by one channel, once; ids only, no content of a record.

    ``due_at``: not before; moves on when sending failed. ``taken_until``: a worker has it until
    then, and if that worker dies another one takes it afterwards. ``tries`` counts when a message is
    taken, so that one that kills its worker ends as well. ``given_up_at``: it is tried no more.
    ``closed``: why it was not sent although nothing failed: too late, or acknowledged by then.
    """

    class Closed(models.TextChoices):
        """Why a message was no longer of use."""

        TOO_LATE = "too-late"
        SETTLED = "settled"
        NOWHERE = "nowhere"

    id = models.BigAutoField(primary_key=True)
    addressee = models.TextField()
    kind = models.TextField()
    subject = models.TextField()
    occurrence = models.TextField()
    channel = models.TextField()
    target = models.TextField(default="")
    organisation = models.TextField(default="")
    position = models.BigIntegerField(default=0)
    not_after = models.DateField(null=True)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    taken_until = models.DateTimeField(null=True)
    tries = models.IntegerField(default=0)
    last_error = models.TextField(default="")
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    closed = models.TextField(default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "addressee", "kind", "id"],
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True, closed=""),
                name="messages_to_send",
            ),
            models.Index(fields=["addressee", "-id"], name="messages_of_an_addressee"),
            models.Index(fields=["kind", "subject"], name="messages_about_a_subject"),
            models.Index(
                fields=["given_up_at"],
                condition=Q(given_up_at__isnull=False),
                name="messages_given_up",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["addressee", "kind", "subject", "occurrence", "channel", "target"],
                name="a_thing_is_told_once_by_a_channel",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=sorted(KINDS)), name="a_message_is_of_a_kind_there_is"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=CHANNELS), name="a_message_goes_by_a_channel_there_is"
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(given_up_at__isnull=True, closed=""),
                name="what_was_sent_was_not_given_up",
            ),
            models.CheckConstraint(
                condition=Q(closed__in=["", "too-late", "settled", "nowhere"]),
                name="a_message_is_closed_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(channel="webhook") ^ Q(target=""),
                name="a_webhook_and_nothing_else_has_a_target",
            ),
        ]

    @property
    def state(self) -> str:
        """Where it stands: sent, gave-up, not-sent (it was closed), failing, or queued."""
        if self.sent_at:
            return "sent"
        if self.given_up_at:
            return "gave-up"
        return "not-sent" if self.closed else "failing" if self.last_error else "queued"

    def __str__(self) -> str:
        return f"{self.addressee} {self.kind} {self.channel}"


class Address(models.Model):
    """Where a department, a client's body or an organisation is told things; its own word.

    ``declined``: courtesies of which it wants no mail. ``by_sms``: kinds it wants on the phone too.
    """

    addressee = models.TextField(primary_key=True)
    email = models.EmailField(max_length=200, blank=True, default="")
    phone = models.CharField(max_length=20, blank=True, default="")
    declined = ArrayField(models.TextField(), default=list)
    by_sms = ArrayField(models.TextField(), default=list)
    changed_at = models.DateTimeField()
    changed_by = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(phone="") | Q(phone__regex=r"^\+?[0-9]{5,19}$"),
                name="a_phone_number_is_of_digits",
            ),
            models.CheckConstraint(condition=~Q(addressee=""), name="an_address_is_of_somebody"),
        ]

    def __str__(self) -> str:
        return self.addressee


class Endpoint(models.Model):
    """An address of a program that is told by signed webhooks; its secret is kept encrypted.

    ``old_secret`` signs as well through ``old_until``, so that a secret is changed without a gap.
    ``failing_since``: since when every attempt has failed. ``off_at``: nothing is sent to it from
    then on; ``off_why``: by hand, or because it failed for too long.
    """

    class Off(models.TextChoices):
        """Why an endpoint is switched off."""

        BY_HAND = "by-hand"
        FAILING = "failing"

    id = models.TextField(primary_key=True, default=new_endpoint_id)
    addressee = models.TextField()
    client = models.TextField()
    url = models.TextField()
    kinds = ArrayField(models.TextField())
    secret = models.TextField()
    old_secret = models.TextField(default="")
    old_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    created_by = models.TextField()
    last_sent_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    last_error = models.TextField(default="")
    off_at = models.DateTimeField(null=True)
    off_why = models.TextField(default="")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["addressee"], name="endpoints_of_an_addressee")]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "url"],
                condition=Q(removed_at__isnull=True),
                name="a_client_names_an_address_once",
            ),
            models.CheckConstraint(
                condition=Q(off_at__isnull=True) ^ ~Q(off_why=""),
                name="an_endpoint_is_off_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(old_until__isnull=True) ^ ~Q(old_secret=""),
                name="an_old_secret_has_its_last_moment",
            ),
        ]

    @property
    def state(self) -> str:
        """Where it stands: off, failing, or in use."""
        return "off" if self.off_at else "failing" if self.failing_since else "in-use"

    def __str__(self) -> str:
        return self.id


class Told(models.Model):
    """Up to where everybody has been told: all acts to a position, all endings to a day. One row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    position = models.BigIntegerField()
    day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="there_is_one_place_told_up_to")
        ]

    @property
    def place(self) -> tuple[int, date, datetime]:
        """The position, the day, and when that was."""
        return self.position, self.day, self.at
