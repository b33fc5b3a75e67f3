"""Django's own password hash with few rounds, so that a hundred attempts take no minute."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class QuickHasher(PBKDF2PasswordHasher):
    """PBKDF2 as in production, one thousandth of the rounds."""

    iterations = 1_000
