"""A visit: who asks for a page, when, in which language, and under which law."""

from datetime import datetime
from functools import cached_property

from django.http import HttpRequest

from goodstanding.catalogue import queries as catalogue
from goodstanding.departments.queries import actor_of
from goodstanding.flow.bench import Call
from goodstanding.rules.actors import STAFF, Actor, Role
from goodstanding.rules.errors import Refused
from goodstanding.rules.law import Law
from goodstanding.rules.periods import local_day
from goodstanding.rules.workdays import WorkCalendar
from goodstanding.wallclock import now
from goodstanding.web.titles import Titles


class Visit:
    """What every view asks of a request, read once."""

    def __init__(self, request: HttpRequest) -> None:
        at = now()
        self.call = Call(actor=_actor(request, at), at=at)
        self.today = self.call.on

    @property
    def actor(self) -> Actor:
        """Who asks."""
        return self.call.actor

    @property
    def staff(self) -> bool:
        """Whether the visitor serves the city: an officer, reviewer, auditor, credit office."""
        return bool(self.actor.roles & STAFF)

    @property
    def represents(self) -> bool:
        """Whether the visitor acts for an organisation."""
        return Role.REPRESENTATIVE in self.actor.roles

    @property
    def told_as(self) -> str | None:
        """Whose recalls the visitor reads: of a department or institution, else of nobody alone."""
        answers = self.actor.department or self.actor.institution
        return self.actor.recipient if answers else None

    @property
    def outside(self) -> bool:
        """Whether the visitor asks for a lender, insurer or agency outside the administration."""
        return Role.INSTITUTION in self.actor.roles

    @cached_property
    def law(self) -> Law | None:
        """The law of today; None while no rulebook is in force: pages then show ids for titles."""
        try:
            return catalogue.law(on=self.today)
        except Refused:
            return None

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The working-day calendar as known now."""
        return catalogue.calendar()

    @cached_property
    def titles(self) -> Titles:
        """The catalogue's titles in the reader's language."""
        return Titles(self.law.rulebook if self.law else None)


class Visited(HttpRequest):
    """A request that came through `middleware.Door`."""

    visit: Visit


def _actor(request: HttpRequest, at: datetime) -> Actor:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Actor.visitor()
    return actor_of(user, on=local_day(at))
