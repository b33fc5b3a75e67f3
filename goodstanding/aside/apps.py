"""What stands beside the register as an application of Django."""

from django.apps import AppConfig


class AsideConfig(AppConfig):
    """Outcomes without a decision, and lists that others offer."""

    name = "goodstanding.aside"
    label = "aside"
