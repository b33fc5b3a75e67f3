"""The register's tables. Nobody writes them but this room, and it writes them in SQL."""

from django.db import models


class Act(models.Model):
    """One act: its header and effect as the bytes that were hashed; never changed, never deleted.

    The other columns repeat the header for look-ups; `verify` compares them.
    """

    position = models.BigIntegerField(primary_key=True)
    act_id = models.UUIDField()
    recorded_at = models.DateTimeField()
    effective_on = models.DateField()
    stream = models.TextField()
    aggregate = models.TextField()
    kind = models.TextField()
    by = models.TextField()
    department = models.TextField()
    header = models.BinaryField()
    effect = models.BinaryField()
    content_digest = models.BinaryField()
    leaf = models.BinaryField()
    head = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["stream", "position"], name="acts_of_a_stream"),
            models.Index(fields=["aggregate", "position"], name="acts_of_an_aggregate"),
            models.Index(fields=["by", "position"], name="acts_of_an_author"),
            models.Index(fields=["department", "position"], name="acts_of_a_department"),
            models.Index(
                fields=["position"],
                condition=models.Q(kind="values-re-resolved/1"),
                name="acts_of_a_new_version",
            ),
            models.Index(
                fields=["position"],
                condition=models.Q(kind="content-removed/1"),
                name="acts_of_removal",
            ),
        ]


class Content(models.Model):
    """The narrative part of an act: what a destruction act may one day remove, with its salt."""

    position = models.BigIntegerField(primary_key=True)
    salt = models.BinaryField()
    content = models.BinaryField()


class Head(models.Model):
    """The end of the chain: one row, locked by whoever appends.

    ``sealed_until`` is the latest moment anyone was answered about: no act is recorded at or
    before it any more.
    """

    id = models.SmallIntegerField(primary_key=True)
    position = models.BigIntegerField()
    recorded_at = models.DateTimeField()
    sealed_until = models.DateTimeField()
    digest = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_head"),
        ]


class Stream(models.Model):
    """The row that is locked for an organisation, or for the system."""

    code = models.TextField(primary_key=True)


class StoredState(models.Model):
    """What the acts of one aggregate add up to, as the bytes of its state."""

    aggregate = models.TextField(primary_key=True)
    stream = models.TextField()
    type = models.TextField()
    is_open = models.BooleanField()
    position = models.BigIntegerField()
    body = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(
                fields=["stream"],
                condition=models.Q(is_open=True),
                name="open_states_of_a_stream",
            ),
            models.Index(fields=["stream", "type"], name="states_of_a_stream"),
        ]


class IdempotencyKey(models.Model):
    """A request already answered: asked again with the same body, it is answered the same."""

    id = models.BigAutoField(primary_key=True)
    client = models.TextField()
    key = models.TextField()
    digest = models.BinaryField()
    status = models.SmallIntegerField(null=True)
    response = models.BinaryField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "key"], name="one_answer_per_client_and_key"),
        ]
        indexes = [models.Index(fields=["created_at"], name="idempotency_keys_by_age")]
