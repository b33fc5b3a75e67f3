"""A form that could not be read: where it was an upload, the form itself says why."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.views.defaults import bad_request

from goodstanding.files.whole_form import MEGABYTE
from goodstanding.rules.errors import Refusal, Refused
from goodstanding.web import errors
from goodstanding.web.in_memory import LARGEST_FILE
from goodstanding.web.refusals import UploadCutOff, UploadTooLarge
from goodstanding.web.views import bidders, check_copy, evidence, procedure_bidders, uploads

#: By the name of the address: how its form is shown again with what was wrong.
AGAIN = {
    "uploads": uploads.again,
    "bidders": bidders.again,
    "check-copy": check_copy.again,
    "evidence": evidence.again,
    "procedure-bidders": procedure_bidders.again,
    "procedure-bidder": procedure_bidders.bidder_again,
}


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The form again with its reason, or the general page."""
    refusal = _refusal(exception)
    again = AGAIN.get(request.resolver_match.url_name or "") if request.resolver_match else None
    if refusal is None or again is None or not hasattr(request, "visit"):
        return bad_request(request, exception)
    try:
        return again(request, Refused([refusal]))  # type: ignore[arg-type]
    except Refused as refused:
        return errors.refused(request, refused)


def _refusal(exception: Exception) -> Refusal | None:
    if isinstance(exception, RequestDataTooBig):
        return UploadTooLarge(megabytes=LARGEST_FILE // MEGABYTE)
    return UploadCutOff() if isinstance(exception, MultiPartParserError) else None
