"""The app of accounts."""

from django.apps import AppConfig


class DepartmentsConfig(AppConfig):
    """Accounts, roles, representations, clients of the API and the log of sign-ins."""

    name = "goodstanding.departments"
    label = "departments"
