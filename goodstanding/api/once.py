"""The same write sent twice is one write: the header Idempotency-Key."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpResponse

from goodstanding.api.entering import READING, Asked
from goodstanding.api.problems import problem
from goodstanding.api.refusals import IdempotencyKeyUnusable
from goodstanding.api.uploads import files_of
from goodstanding.register import idempotency
from goodstanding.register.idempotency import Answer
from goodstanding.rules.errors import Refused, refuse
from goodstanding.rules.persons import findings

#: Ends of the addresses whose answers hold a secret.
SECRETS = ("/webhooks", "/secret")
Run = Callable[..., HttpResponse]


def once(run: Run) -> Run:
    """Answer a repeated write with the answer it had; work and answer are one transaction.

    A refused request has done nothing, so nothing is kept of it: sent again it is judged again.
    """

    @wraps(run)
    def view(request: Asked, *args: Any, **path: Any) -> HttpResponse:
        key = request.headers.get("Idempotency-Key")
        if key is None or not _kept(request):
            return run(request, *args, **path)
        try:
            return _once(request, _usable(key), lambda: run(request, *args, **path))
        except Refused as refused:
            return problem(refused)

    return view


def _kept(request: Asked) -> bool:
    """A stranger's answer is not kept, nor one that holds a secret: that is told once, and kept
    encrypted only. The second sending is then refused, or makes another secret."""
    told = request.path_info.rstrip("/").endswith(SECRETS)
    return request.method not in READING and request.call.actor.signed_in and not told


def _once(request: Asked, key: str, work: Callable[[], HttpResponse]) -> HttpResponse:
    client = request.call.actor.id
    digest = _digest(request)
    with transaction.atomic(using="default"):
        before = idempotency.claim(client=client, key=key, digest=digest, at=request.call.at)
        if before is not None:
            return _repeated(before)
        response = work()
        if response.status_code >= 400:
            transaction.set_rollback(True, using="default")
        else:
            answer = Answer(response.status_code, response.content)
            idempotency.keep(client=client, key=key, answer=answer)
        return response


def _repeated(before: Answer) -> HttpResponse:
    response = HttpResponse(before.body, content_type="application/json", status=before.status)
    response["Idempotent-Replayed"] = "true"
    return response


def _digest(request: Asked) -> bytes:
    """Method, address and body; of a file sent in a form, the file's bytes."""
    place = f"{request.method} {request.get_full_path()}".encode()
    if request.content_type != "multipart/form-data":
        return idempotency.digest_of(place, request.body)
    files = [part for name, held in files_of(request) for part in (name.encode(), held)]
    return idempotency.digest_of(place, request.POST.urlencode().encode(), *files)


def _usable(key: str) -> str:
    visible = key.isascii() and key.isprintable() and 0 < len(key.strip()) <= 200
    if not visible or findings(key):
        refuse(IdempotencyKeyUnusable())
    return key
