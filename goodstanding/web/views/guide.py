"""Plain pages for everybody: how to object and get back, what this register is, what robots may."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static

from goodstanding.departments.clients import REQUESTS_A_MINUTE
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.letters import remedies
from goodstanding.web.visit import Visited

#: What somebody who objects waits for, in the order it comes.
WAITED_FOR = ("statement", "hearing-request", "verification", "verification-extension", "lift")

#: Organisation pages, figures and rules may be found; questions and what will end may not. A page
#: that bears ``noindex`` must stay open: only who reads it learns that it is not to be kept.
ROBOTS = """User-agent: *
Disallow: /*?
Disallow: /api/
Disallow: /sign-in
Allow: /
"""


def guide(request: Visited) -> HttpResponse:
    """What anybody may do about a record, in a few steps, and how long each takes."""
    law, page = request.visit.law, {}
    if law:
        book = Lawbook(law.rulebook, request.visit.today)
        periods = [found for each in WAITED_FOR if (found := book.period(each))]
        page = {
            "periods": periods,
            "departments": book.departments,
            **remedies(request.visit, request.visit.today),
        }
    return render(request, "web/guide.html", page)


def about(request: Visited) -> HttpResponse:
    """What the register is, what it never does, and how it may be read."""
    page = {"limit": REQUESTS_A_MINUTE, "pages": settings.PAGES_PER_MINUTE}
    return render(request, "web/about.html", page)


def robots(request: Visited) -> HttpResponse:
    """What search engines may follow."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


def favicon(request: Visited) -> HttpResponse:
    """The mark, for programs that ask for it where it always was."""
    return redirect(static("web/mark.svg"), permanent=True)
