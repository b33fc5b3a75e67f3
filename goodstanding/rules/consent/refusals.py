"""Why consent is not given or taken back, and why nothing is pulled."""

from goodstanding.rules.errors import Conflict, Forbidden, NotFound, Refusal


class GranteeUnknown(Refusal):
    """No institution {grantee} is registered here today. Choose one of the list."""


class ConsentToItself(Refusal):
    """An organisation needs no consent to read what is held about itself. Choose another one."""


class PurposeUnknown(Refusal):
    """There is no purpose {purpose} today. Choose one of the list: {purposes}."""


class GranteeNotOfPurpose(Refusal):
    """This purpose is not for an institution of this kind. Choose another purpose or institution."""


class NoDataClass(Refusal):
    """Choose at least one class of data."""


class DataClassUnknown(Refusal):
    """There is no class of data {classes} today. Choose among: {known}."""


class ProductMissing(Refusal):
    """The product is not named. Write its name or number, as the institution gave it to you."""


class ProductTooLong(Refusal):
    """The name of the product has more than {most} characters. Write a shorter one."""


class ConsentInThePast(Refusal):
    """Consent is given from today on, not for days that are over."""


class ConsentDaysReversed(Refusal):
    """The consent ends before it begins. Change one of the two days."""


class ConsentTooLong(Refusal):
    """Consent lasts until {latest} at the latest. Choose an earlier last day."""


class ConsentStands(Conflict):
    """You gave this institution consent for this purpose and product already, and it still holds.
    Take that one back first if you want to change it."""


class ConsentUnknown(NotFound):
    """There is no consent {consent} given to you. Check its reference with the organisation."""


class ConsentTakenBack(Forbidden):
    """The organisation took this consent back on {day}. Ask it for a new one."""


class ConsentTakenBackBefore(Conflict):
    """This consent was taken back on {day}. Nothing is left to take back."""


class ConsentUsedUp(Forbidden):
    """This consent was for one time and was used on {day}. Ask the organisation for a new one."""


class ConsentOver(Forbidden):
    """This consent ended with {day}. Ask the organisation for a new one."""


class ConsentNotBegun(Forbidden):
    """This consent begins on {day}. Ask again from that day on."""


class NotConsented(Forbidden):
    """The organisation did not consent to {classes}. Ask for what it consented to: {opened}."""


class InstitutionOnly(Forbidden):
    """Only the institution that consent was given to pulls against it."""
