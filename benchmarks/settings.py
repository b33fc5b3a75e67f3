"""The product's settings, with three floors beside its addresses."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.urls"
