"""How often a caller has asked in the present minute: no fact of the register, nothing to keep."""

from django.db import models


class Window(models.Model):
    """One caller's present window: its number since 1970, and how many requests were in it."""

    client = models.TextField(primary_key=True)
    number = models.BigIntegerField()
    used = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.client} {self.used}"
