"""The shape of a meaning: state before, effect, header → state after."""

from collections.abc import Callable
from typing import Any

from goodstanding.rules.states import State

Meaning = dict[type, Callable[[Any, Any, Any], State]]
