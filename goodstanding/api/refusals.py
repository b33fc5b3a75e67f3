"""What the door itself refuses, before any step is asked."""

from goodstanding.rules.errors import Conflict, Forbidden, NotFound, Refusal


class TokenUnknown(Refusal):
    """The token in the header Authorization opens nothing: it is unknown, renewed or closed."""

    status = 401


class CsrfTokenMissing(Forbidden):
    """A signed-in page sends its token with every change: the header X-CSRFToken is missing or old."""


class RouteUnknown(NotFound):
    """There is no such address; /api/v1/openapi.json lists those there are."""


class MethodNotAllowed(Refusal):
    """This address takes {methods}."""

    status = 405


class BodyUnreadable(Refusal):
    """The body is not readable as JSON in UTF-8."""

    status = 400


class BodyTooLarge(Refusal):
    """The request is larger than {megabytes} megabytes; send it in parts."""

    status = 413


class BodyInvalid(Refusal):
    """In the body at {place}: {problem}"""


class ParameterInvalid(Refusal):
    """In the address, {place}: {problem}"""


class IdentityNumberInRequest(Refusal):
    """At {place} stands what looks like a citizen's identity number. Blacken it; nothing was kept."""


class CursorUnknown(Refusal):
    """The cursor is none that this list gave; begin again without one."""


class OneFileNeeded(Refusal):
    """Send one file in the form, or rows as JSON."""


class IdempotencyKeyUnusable(Refusal):
    """An Idempotency-Key has 1 to 200 visible ASCII characters, and no person's number."""


class RequestRunning(Conflict):
    """This request met another one on the same matter. Send it again."""


class TooManyRequests(Refusal):
    """More than {limit} requests in {seconds} seconds. Wait {wait} seconds."""

    status = 429


class SomethingBroke(Refusal):
    """Something broke; the operator finds it under {reference}. Send it again with the same
    Idempotency-Key, or look first whether it was done.
    """

    status = 500
