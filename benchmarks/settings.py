"""The product's settings, with three floors beside its addresses."""

from config import settings

globals().update({name: getattr(settings, name) for name in dir(settings) if name.isupper()})

ROOT_URLCONF = "benchmarks.urls"
