"""Evidence: a file is sent and looked at, taken back, handed in, read by those it is for."""

from datetime import date
from hashlib import sha256
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from goodstanding.evidence import queries
from goodstanding.evidence.models import File, Sealed
from goodstanding.files import sealed
from goodstanding.files.pdf_text import texts_of
from goodstanding.flow import policy
from goodstanding.flow.bench import Call, bench_of, new_id
from goodstanding.register.reading import named_states
from goodstanding.rules.acts.evidence import FileHandedIn
from goodstanding.rules.errors import refuse, require_none
from goodstanding.rules.evidence import steps
from goodstanding.rules.evidence.looking import (
    Media,
    label_refusals,
    media_of,
    person_refusals,
    size_refusals,
    text_in_picture,
)
from goodstanding.rules.evidence.refusals import (
    EvidenceHandedInBefore,
    EvidenceOfAnother,
    EvidenceUnknown,
)
from goodstanding.rules.rights import Action


def send_evidence(call: Call, *, matter: str, label: str, data: bytes) -> str:
    """Send one file for an objection, a repair or a case; returns its id.

    It is looked at first: by its own bytes, and its text for citizens' identity numbers; nothing of
    a refused file is kept. It is not part of the matter before it is handed in. ``label``: what it
    shows. Raises `Refused`.
    """
    with bench_of(call, matter) as held:
        found = steps.matter_of(held.set(matter).states.get(matter), matter)
        _may(call, Action.HAND_IN_EVIDENCE, found)
        digest = sha256(data).hexdigest()
        there = [each for each in queries.of_matter(matter=matter) if not each.deleted_on]
        again = any(each.digest == digest for each in there)
        require_none([*steps.sending(found, held=len(there), again=again), *label_refusals(label)])
        media, _texts = looked_at(data)
        kept = Kept(found.id, found.organisation, found.department)
        return keep_file(call, kept, label=label.strip(), data=data, media=media)


def looked_at(data: bytes) -> tuple[Media, list[str]]:
    """The kind of a file and what is written in it; refuses what holds a person's number."""
    require_none(size_refusals(data))
    media = media_of(data)
    assert media is not None
    texts = texts_of(data) if media is Media.PDF else [text_in_picture(media, data)]
    require_none(person_refusals(texts))
    return media, texts


class Kept(NamedTuple):
    """What a file is kept for; ``handed_in_on``: of one that nobody takes back."""

    matter: str
    organisation: str
    department: str
    handed_in_on: date | None = None


def keep_file(call: Call, kept: Kept, *, label: str, data: bytes, media: Media) -> str:
    """Seal a file that was looked at, in the transaction of the step that takes it; its id."""
    id = new_id("v")
    closed = sealed.seal(data, of=id, keys=_keys())
    file = File.objects.create(
        id=id,
        **kept._asdict(),
        media=media.value,
        size=len(data),
        digest=sha256(data).hexdigest(),
        label=label,
        sent_by=call.actor.id,
        sent_at=call.at,
    )
    Sealed.objects.create(file=file, key=closed.key, wrapped=closed.wrapped, body=closed.body)
    return id


def take_back_evidence(call: Call, *, file: str) -> None:
    """Remove a file that was not handed in yet, by who sent it. Raises `Refused`."""
    found = queries.file(id=file) or refuse(EvidenceUnknown())
    with bench_of(call, found.matter) as held:
        matter = steps.matter_of(held.set(found.matter).states.get(found.matter), found.matter)
        _may(call, Action.HAND_IN_EVIDENCE, matter)
        now = queries.file(id=file) or refuse(EvidenceUnknown())
        if now.handed_in_on:
            refuse(EvidenceHandedInBefore())
        if now.sent_by != call.actor.id:
            refuse(EvidenceOfAnother())
        now.delete()


def hand_in_evidence(call: Call, *, matter: str) -> int:
    """Hand in every file sent for the matter so far; how many. Raises `Refused`.

    From now on they are part of it; the act names each by id and digest.
    """
    with bench_of(call, matter) as held:
        found = steps.matter_of(held.set(matter).states.get(matter), matter)
        _may(call, Action.HAND_IN_EVIDENCE, found)
        there = [each for each in queries.of_matter(matter=matter) if not each.deleted_on]
        mine = [each for each in there if each.handed_in_on or each.sent_by == call.actor.id]
        before = {each.id for each in mine if each.handed_in_on}
        files = [FileHandedIn(id=each.id, digest=each.digest) for each in mine]
        held.append(steps.hand_in(found, files, before=before, on=call.on))
        new = [each.id for each in mine if each.id not in before]
        return File.objects.filter(id__in=new).update(handed_in_on=call.on)


def read_evidence(call: Call, *, file: str) -> tuple[File, bytes]:
    """A file with its bytes, for the department that decides and the organisation it is of.

    What was not handed in yet is for its sender. Raises `Refused`.
    """
    with transaction.atomic(using="default"):
        found = queries.file(id=file) or refuse(EvidenceUnknown())
        policy.require(
            call.actor,
            Action.READ_EVIDENCE,
            department=found.department,
            organisation=found.organisation,
        )
        if not found.handed_in_on and found.sent_by != call.actor.id:
            refuse(EvidenceUnknown())
        kept = Sealed.objects.get(file=found)
        closed = sealed.Sealed(kept.key, bytes(kept.wrapped), bytes(kept.body))
        return found, sealed.opened(closed, of=found.id, keys=_keys())


def list_evidence(call: Call, *, matter: str) -> list[File]:
    """The files of a matter, deleted ones too; those not handed in yet are for their sender.

    Raises `Refused`.
    """
    found = steps.matter_of(named_states([matter]).get(matter), matter)
    _may(call, Action.READ_EVIDENCE, found)
    files = queries.of_matter(matter=matter)
    return [each for each in files if each.handed_in_on or each.sent_by == call.actor.id]


def rotate_keys() -> int:
    """Put the key of every file under the installation's first key; how many were changed."""
    keys, changed = _keys(), 0
    for kept in queries.sealed_under_another(key=next(iter(keys))).iterator():
        closed = sealed.Sealed(kept.key, bytes(kept.wrapped), b"")
        new = sealed.rewrapped(closed, of=kept.file_id, keys=keys)
        kept.key, kept.wrapped = new.key, new.wrapped
        kept.save(update_fields=["key", "wrapped"])
        changed += 1
    return changed


def _keys() -> dict[str, bytes]:
    return sealed.keys_from(settings.EVIDENCE_KEYS, otherwise=settings.SECRET_KEY)


def _may(call: Call, action: Action, matter: steps.Matter) -> None:
    policy.require(
        call.actor,
        action,
        department=matter.department,
        organisation=matter.organisation,
        matter=matter.id,
    )
