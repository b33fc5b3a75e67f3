"""Send what is due: a batch is taken, sifted, and goes out by its channels; how it went is kept."""

from collections.abc import Sequence
from datetime import datetime

from goodstanding.flow.sift import of_no_use
from goodstanding.jobs.by_address import send_mails, send_texts
from goodstanding.jobs.by_webhook import send_webhooks
from goodstanding.jobs.noting import Noting
from goodstanding.outbox import queue
from goodstanding.outbox.models import Message
from goodstanding.rules.periods import local_day
from goodstanding.rules.telling.kinds import Channel


def deliver(*, at: datetime, machine: datetime) -> Noting:
    """Send every message that is due, batch after batch.

    Args:
        at: the moment of the register: what is due by then goes out.
        machine: the moment by this machine, which signatures bear.
    """
    noting = Noting(at)
    while batch := queue.take(at=at):
        why = of_no_use(batch, on=local_day(at))
        noting.no_use(batch, why)
        useful = [each for each in batch if each.id not in why]
        send_mails(_by(Channel.EMAIL, useful), noting)
        send_texts(_by(Channel.SMS, useful), noting, machine=machine)
        send_webhooks(_by(Channel.WEBHOOK, useful), noting, machine=machine)
    return noting


def _by(channel: Channel, messages: Sequence[Message]) -> list[Message]:
    return [each for each in messages if each.channel == channel]
