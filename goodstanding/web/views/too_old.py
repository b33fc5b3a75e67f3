"""A form whose page was open too long, or that came from elsewhere: nothing was done with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goodstanding.web.sending import of_a_person, typed

#: Passwords and codes are never shown again.
_HIDDEN = frozenset({"password", "new", "again", "code"})


def too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What was typed, to be copied: it may come from elsewhere, so no form is filled with it."""
    words = [
        text
        for name, texts in typed(request.POST).items()
        if name not in _HIDDEN
        for text in texts
        if len(text) > 1 and not of_a_person(text)
    ]
    page = {"words": words, "again": request.path}
    return render(request, "403_csrf.html", page, status=403)
