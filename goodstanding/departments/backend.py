"""How a session finds its account again; signing in itself goes through `signin.authenticate`."""

from django.contrib.auth.backends import BaseBackend

from goodstanding.departments.models import Account


class AccountBackend(BaseBackend):
    """Rights are not the session's: each request resolves them for its day (`queries.actor_of`).

    A session of a closed account is therefore harmless; it may do no more than a visitor.
    """

    def get_user(self, user_id: str) -> Account | None:
        """The account of a session."""
        return Account.objects.filter(pk=user_id).first()
