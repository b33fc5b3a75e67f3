"""How to object, and the way back: one plain page for everybody."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.web.visit import Visited


def guide(request: Visited) -> HttpResponse:
    """What anybody may do about a record, in a few steps."""
    return render(request, "web/guide.html")
