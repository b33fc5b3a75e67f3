"""The catalogue: which conduct may lead to what, by which article, from which day to which.

A pack of YAML files is decoded into one immutable, content-addressed `Rulebook`, and a pack that
amends another is composed with it; everything is asked by id and by day. Nothing here reads a file
or a clock.
"""

from goodstanding.rules.catalogue.bases import ReadBasis, blocked, readable
from goodstanding.rules.catalogue.chain import assemble, lint_chain
from goodstanding.rules.catalogue.competence import Department
from goodstanding.rules.catalogue.composing import compose
from goodstanding.rules.catalogue.confirming import ToConfirm, to_confirm
from goodstanding.rules.catalogue.decoding import decode, lint
from goodstanding.rules.catalogue.model import (
    BlockedBasis,
    Dated,
    Ground,
    Measure,
    Pairing,
    Parameter,
    Procedure,
    RecordKind,
)
from goodstanding.rules.catalogue.problems import PackProblem, Problem
from goodstanding.rules.catalogue.publication_span import PublicationSpan, publication_span
from goodstanding.rules.catalogue.rulebook import Rulebook, canonical, from_canonical
from goodstanding.rules.catalogue.sources import Citation, InForce, Instrument, Title

__all__ = [
    "BlockedBasis",
    "Citation",
    "Dated",
    "Department",
    "Ground",
    "InForce",
    "Instrument",
    "Measure",
    "PackProblem",
    "Pairing",
    "Parameter",
    "Problem",
    "Procedure",
    "PublicationSpan",
    "ReadBasis",
    "RecordKind",
    "Rulebook",
    "Title",
    "ToConfirm",
    "assemble",
    "blocked",
    "canonical",
    "compose",
    "decode",
    "from_canonical",
    "lint",
    "lint_chain",
    "publication_span",
    "readable",
    "to_confirm",
]
