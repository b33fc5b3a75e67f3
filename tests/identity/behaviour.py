"""Who is signed in at the provider, and what it says of them."""

from django.contrib.auth import get_user_model
from oauth2_provider.oauth2_validators import OAuth2Validator

from tests.identity.provider import CLAIM, LIES, tampered


def named_by_cookie(get_response):
    """Whoever the cookie names is signed in; a person would type a password here."""

    def answer(request):
        if who := request.COOKIES.get("who"):
            request.user, _ = get_user_model().objects.get_or_create(username=who)
        return get_response(request)

    return answer


class Validator(OAuth2Validator):
    """Adds the organisation somebody comes for; lies for some."""

    oidc_claim_scope = None

    def get_additional_claims(self, request):
        """``for-CODE`` comes for the organisation of that code."""
        name = request.user.username
        return {CLAIM: name.removeprefix("for-")} if name.startswith("for-") else {}

    def get_id_token_dictionary(self, token, token_handler, request):
        """The claims, changed where this user is a lie."""
        claims, until = super().get_id_token_dictionary(token, token_handler, request)
        lie = LIES.get(request.user.username)
        return {**claims, **(lie() if lie else {})}, until

    def finalize_id_token(self, id_token, token, token_handler, request):
        """The signed token; the user ``tampered`` gets one changed after signing."""
        signed = super().finalize_id_token(id_token, token, token_handler, request)
        return tampered(signed) if request.user.username == "tampered" else signed
