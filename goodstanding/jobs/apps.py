"""Jobs as an application of Django: for the texts of mails."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Sending what is queued."""

    name = "goodstanding.jobs"
    label = "jobs"
