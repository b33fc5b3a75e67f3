"""Does consent open something, and only where nothing adverse is answered?"""

from collections.abc import Iterator

from goodstanding.rules.catalogue.consent_rules import ConsentPurpose, DataClass
from goodstanding.rules.catalogue.draft import Draft
from goodstanding.rules.catalogue.law_checks import LENDING
from goodstanding.rules.catalogue.legality_problems import OpensNothing, PurposeOfNoLender
from goodstanding.rules.catalogue.problems import PackProblem
from goodstanding.rules.catalogue.reading import RawEntry

Reference = tuple[RawEntry, str, str, str]


def consent_problems(read: Draft) -> Iterator[PackProblem]:
    """Every class of data without content, and every purpose at a procedure that may restrict."""
    for raw, opened in read.of(DataClass):
        if not opened.records and not opened.facts:
            yield OpensNothing(**raw.at(), id=opened.id)
    for raw, purpose in read.of(ConsentPurpose):
        if purpose.procedure not in LENDING:
            yield PurposeOfNoLender(**raw.at("procedure"), procedure=purpose.procedure)


def consent_references(read: Draft) -> Iterator[Reference]:
    """Who refers, where, to which section, to which id."""
    for raw, opened in read.of(DataClass):
        for index, id in enumerate(opened.records):
            yield raw, f"records[{index}]", "record_kinds", id
    for raw, purpose in read.of(ConsentPurpose):
        yield raw, "procedure", "procedures", purpose.procedure
        for index, id in enumerate(purpose.grantees):
            yield raw, f"grantees[{index}]", "grantee_kinds", id
