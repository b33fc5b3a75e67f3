"""YAML in which `on`, `off`, `yes` and `no` are words: stories say `on: 2018-03-01`."""

import re
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """The safe loader, with the booleans of YAML 1.2 only."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def load(text: str) -> Any:
    """What a YAML text says; raises `yaml.YAMLError`."""
    return yaml.load(text, Loader=_Loader)
