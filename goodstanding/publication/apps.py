"""Publication as an application of Django."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """Records and what strangers may see of them."""

    name = "goodstanding.publication"
    label = "publication"
