"""The register's own rules in words, for everybody: printed from the tables it works by."""

from django.http import HttpResponse
from django.shortcuts import render

from goodstanding.web import rules_words
from goodstanding.web.law_pages import Lawbook
from goodstanding.web.visit import Visited


def words(request: Visited) -> HttpResponse:
    """Life cycle, answers of a check, periods, four eyes, and what no version may hold."""
    law = request.visit.law
    page = {
        "life": rules_words.life(),
        "final": rules_words.final(),
        "answers": rules_words.answers(),
        "eyes": rules_words.four_eyes(),
        "lint": rules_words.lint(),
        "book": Lawbook(law.rulebook, request.visit.today) if law else None,
    }
    return render(request, "web/rulebook_words.html", page)
