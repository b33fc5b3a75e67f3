"""Why a name may mean an organisation, in words that a person can weigh."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.names.likeness import Beside, Core, Likeness

CORES: dict[Core, Promise] = {
    Core.WRITTEN: _("the same but for width, brackets or variant characters"),
    Core.PART: _("the name has what was given in it"),
    Core.SHORTENED: _("the same characters in their order, some left out"),
    Core.ONE_CHARACTER: _("differs by one character"),
    Core.ORDER: _("the same characters in another order"),
    Core.ALIKE: _("many characters in common"),
}
#: Of names called the same: whether place and legal form are the same, too.
BESIDE: dict[tuple[bool, bool], Promise] = {
    (True, True): _("the same but for how brackets or parts stand"),
    (True, False): _("the same but for the legal form"),
    (False, True): _("the same but for the place"),
    (False, False): _("the same but for place and legal form"),
}
PLACE = _("another place")
_BESIDE_CODES = {
    (True, True): "same",
    (True, False): "same-but-form",
    (False, True): "same-but-place",
    (False, False): "same-but-place-and-form",
}


def reason_codes(why: Likeness) -> list[str]:
    """The same reasons as stable words, for programs."""
    if why.core is Core.SAME:
        place, form = why.place is Beside.SAME, why.form is Beside.SAME
        return [_BESIDE_CODES[place, form]]
    also = ["other-place"] if why.place is Beside.OTHER else []
    return [why.core.name.lower().replace("_", "-"), *also]


def reasons(why: Likeness) -> list[str]:
    """The reasons, the weightiest first."""
    if why.core is Core.SAME:
        return [str(BESIDE[why.place is Beside.SAME, why.form is Beside.SAME])]
    also = [str(PLACE)] if why.place is Beside.OTHER else []
    return [str(CORES[why.core]), *also]
