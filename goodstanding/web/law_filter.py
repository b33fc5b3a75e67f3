"""The filter of the rulebook: which grounds of the version shown somebody looks for."""

from typing import Self

from django import forms
from django.utils.translation import gettext_lazy as _

from goodstanding.rules.catalogue.finding import Wanted, grounds_wanted
from goodstanding.rules.catalogue.model import Ground
from goodstanding.web.filtering import ListFilter
from goodstanding.web.law_asked import Asked
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.visit import Visited

Choices = list[tuple[str, str]]


class LawFilter(ListFilter):
    """Which grounds; the version and the day asked for stay in the address."""

    page, file = "web:rulebook", "web:rulebook-file"
    q = forms.CharField(label=_("Word in a title"), required=False, max_length=100)
    field = forms.ChoiceField(label=_("Field"), required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)
    measure = forms.ChoiceField(label=_("Measure"), required=False)
    kept: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, request: Visited, asked: Asked, book: Lawbook) -> Self:
        """What the address asks for, with the version's own choices."""
        form = cls(request.GET)
        form.kept = tuple(asked.kept.items())
        form.choose("field", _fields(book), every=_("All"))
        form.choose("department", book.titles.choices("departments"), every=_("All"))
        form.choose("measure", book.measures, every=_("All"))
        form.full_clean()
        return form

    def grounds(self, book: Lawbook) -> list[Ground]:
        """The grounds that fit; nothing while a word of the address cannot be read."""
        if self.errors:
            return []
        return list(grounds_wanted(book.rulebook, self._wanted, on=book.on))

    @property
    def _wanted(self) -> Wanted:
        asked = {name: self.value(name) or "" for name in ("field", "department", "measure")}
        return Wanted(**asked, text=self.value("q") or "")


def _fields(book: Lawbook) -> Choices:
    held = dict.fromkeys(each.field for each in book.grounds)
    return [(id, book.titles.field(id)) for id in held]
