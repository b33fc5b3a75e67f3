"""What the catalogue answers when it is asked for what it does not hold."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from goodstanding.rules.errors import NotFound, Refusal


class Unknown(NotFound):
    """The rulebook has no {id}.{suggestion}"""

    def __init__(self, *, id: str, known: Iterable[str] = (), **fields: Any) -> None:
        super().__init__(id=id, suggestion=did_you_mean(id, known), **fields)


class GroundUnknown(Unknown):
    """The rulebook has no ground {id}.{suggestion}"""


class MeasureUnknown(Unknown):
    """The rulebook has no measure {id}.{suggestion}"""


class DepartmentUnknown(Unknown):
    """The rulebook has no department {id}.{suggestion}"""


class ProcedureUnknown(Unknown):
    """The rulebook has no procedure {id}.{suggestion}"""


class KindUnknown(Unknown):
    """The rulebook has no kind of record {id}.{suggestion}"""


class ParameterUnknown(Unknown):
    """The rulebook has no parameter {id}.{suggestion}"""


class InstrumentUnknown(Unknown):
    """The rulebook has no instrument {id}.{suggestion}"""


class RepairRuleUnknown(Unknown):
    """The rulebook has no repair rule {id}.{suggestion}"""


class TemplateUnknown(Unknown):
    """The catalogue has no promise of the template {id}.{suggestion} Choose one of the list."""


class SamplingTableUnknown(NotFound):
    """The rulebook has no table of sampling in force for the field {field} on {on}, so nothing can be
    drawn there. Choose a field that has one."""


class InspectionItemUnknown(Unknown):
    """The rulebook has no item of inspection {id}.{suggestion}"""


class ItemUnknown(Unknown):
    """The rulebook has no item {id} that is handled on application.{suggestion}"""


class PairingUnknown(NotFound):
    """The rulebook pairs no measure {measure} with the ground {ground}."""


class ValueNotYetInForce(Refusal):
    """The rulebook has no value of {id} on {on}: the first holds from {first}."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence naming the closest of the known words; empty where none is close."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" Did you mean {close[0]}?" if close else ""
