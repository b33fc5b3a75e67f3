"""How far a sandbox's clock runs ahead: one row, or none while nobody moved it."""

from django.db import models


class Clock(models.Model):
    """The moment believed is the real one and ``ahead``."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    ahead = models.DurationField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_clock"),
            models.CheckConstraint(
                condition=models.Q(ahead__gte="0 seconds"), name="the_clock_runs_ahead"
            ),
        ]
