"""Where a department or an organisation is told things: its own word, changed by itself."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from goodstanding.flow import policy
from goodstanding.flow.bench import Call
from goodstanding.outbox.models import Address
from goodstanding.rules.errors import Refusal, require_none
from goodstanding.rules.rights import Action
from goodstanding.rules.telling.kinds import Sort, kinds_for, sort_of

_DIGITS = range(5, 20)


class MailAddressUnreadable(Refusal):
    """This is no mail address. Write it like this: desk@langang.example"""


class PhoneNumberUnreadable(Refusal):
    """A phone number has 5 to 19 digits, with + before them at most. Write it without blanks."""


class MessageKindUnknown(Refusal):
    """There is no message {kinds} that you may choose here."""


def set_contact(
    call: Call,
    *,
    addressee: str,
    email: str = "",
    phone: str = "",
    declined: Sequence[str] = (),
    by_sms: Sequence[str] = (),
) -> Address:
    """Say where an addressee is told things, and which courtesies it does not want by mail.

    Args:
        addressee: a department's id, an organisation's code, or an institution as the ledger names it.
        declined: only courtesies; what has to be told is told whatever stands here.
        by_sms: of any kind there is for the addressee.
    """
    _require(call, addressee)
    kinds = kinds_for(sort_of(addressee))
    courtesies = {each.id for each in kinds if each.courtesy}
    wrong = (set(declined) - courtesies) | (set(by_sms) - {each.id for each in kinds})
    problems: list[Refusal] = []
    if email and not _is_mail(email):
        problems.append(MailAddressUnreadable())
    if phone and not _is_phone(phone):
        problems.append(PhoneNumberUnreadable())
    if wrong:
        problems.append(MessageKindUnknown(kinds=sorted(wrong)))
    require_none(problems)
    found, _ = Address.objects.update_or_create(
        addressee=addressee,
        defaults={
            "email": email,
            "phone": phone,
            "declined": sorted(set(declined)),
            "by_sms": sorted(set(by_sms)),
            "changed_at": call.at,
            "changed_by": call.actor.id,
        },
    )
    return found


def _require(call: Call, addressee: str) -> None:
    is_organisation = sort_of(addressee) is Sort.ORGANISATION
    policy.require(
        call.actor,
        Action.ARRANGE_CONTACT,
        organisation=addressee if is_organisation else None,
        department=None if is_organisation else addressee,
        recipient=addressee,
    )


def _is_mail(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 200


def _is_phone(text: str) -> bool:
    digits = text.removeprefix("+")
    return digits.isascii() and digits.isdecimal() and len(digits) in _DIGITS
