"""The sandbox as an application of Django."""

from django.apps import AppConfig
from django.conf import settings
from django.utils.module_loading import import_string

from goodstanding import wallclock


class SandboxConfig(AppConfig):
    """The clock of a sandbox; on any other instance nothing reads or moves it."""

    name = "goodstanding.sandbox"
    label = "sandbox"

    def ready(self) -> None:
        """The one clock of the product runs as far ahead as the sandbox says."""
        if settings.SANDBOX:
            # Its table is a model, and models can be read only from now on.
            wallclock.run_ahead(import_string("goodstanding.sandbox.clock.ahead"))
