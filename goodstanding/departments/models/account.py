"""The account of one person: what signs in, and the opaque id that acts carry."""

import secrets
from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q


def new_account_id() -> str:
    """An id that says nothing about the person."""
    return f"o-{secrets.token_hex(8)}"


class Account(AbstractBaseUser):
    """One person who may sign in. Who they are in life is the department's own record.

    Rights are not here: roles and representations are granted for days, in tables of their own.
    """

    id = models.CharField(primary_key=True, max_length=40, default=new_account_id, editable=False)
    login = models.CharField(max_length=100, unique=True)
    display_name = models.CharField(max_length=100, blank=True, default="")
    closed_on = models.DateField(null=True, blank=True)

    # The log of sign-ins says when; Django's own column would say it a second time.
    last_login = None

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(id__regex=r"^o-[a-z0-9-]+$"), name="an_account_id_is_opaque"
            ),
        ]

    def open_on(self, day: date) -> bool:
        """Whether the account may be used on ``day``; the day of closing is no longer open."""
        return self.closed_on is None or day < self.closed_on

    def __str__(self) -> str:
        return self.login
