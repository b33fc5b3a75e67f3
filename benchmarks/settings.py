"""The product's settings, with three floors beside its addresses."""

from config import settings

globals().update({name: getattr(settings, name) for name in dir(settings) if name.isupper()})

ROOT_URLCONF = "benchmarks.urls"

#: One address asks for all: its pages are counted as anybody's, and none is refused.
PAGES_PER_MINUTE = 1_000_000
