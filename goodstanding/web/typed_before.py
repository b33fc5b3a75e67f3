"""What was typed before the session ended is there again after signing in; nothing was sent."""

from django.http import HttpRequest

from goodstanding.web.fields import PageForm
from goodstanding.web.sending import of_a_person, typed

_KEPT = "typed"
#: Longer than every text of every form together; more is no form of ours.
MOST = 60_000


def keep(request: HttpRequest) -> None:
    """Keep what an ended session sent, for the same page: on the server, in this browser's session.

    A text that holds a person's identity number is not kept. Two forms: the later one is kept.
    """
    words = {
        name: [each for each in texts if not of_a_person(each)]
        for name, texts in typed(request.POST).items()
    }
    if sum(len(each) for texts in words.values() for each in texts) <= MOST:
        request.session[_KEPT] = {"path": request.path, "words": words}


def restore(request: HttpRequest, form: PageForm) -> bool:
    """Fill an unsent form with what was typed for this page before; True if there was something."""
    kept = request.session.get(_KEPT) or {}
    if kept.get("path") != request.path:
        return False
    for name, texts in kept["words"].items():
        if name in form.fields and texts:
            several = getattr(form.fields[name].widget, "allow_multiple_selected", False)
            form.initial[name] = texts if several else texts[-1]
    return True


def forget(request: HttpRequest) -> None:
    """It was sent."""
    request.session.pop(_KEPT, None)
