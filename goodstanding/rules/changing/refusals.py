"""What can be wrong with a row that corrects or withdraws a record."""

from goodstanding.rules.errors import Conflict, Refusal


class RecordNotNamed(Refusal):
    """The row does not say which record it is about. Enter its id, or the code of the organisation,
    the code of the authority and the document number that it has now."""


class RecordNotFound(Refusal):
    """There is no such record of your department. Compare code, authority and document number with
    its page; if the number was corrected, name the record by the new one."""


class RecordAmbiguous(Refusal):
    """Several records have this authority, document and organisation. Name the one by its id."""


class RecordNamedTwice(Refusal):
    """The id is that of another record than code, authority and document name. Keep only one of the
    two ways to name it."""


class OtherChangeInFile(Refusal):
    """Row {of_row} asks for another change of the same record. Put into one row what is to change."""


class WrongNotSaid(Refusal):
    """Say whether the record was wrong from the start: 是 (it never counted) or 否 (it counts until
    the day it is taken back)."""


class WithdrawnOtherwise(Conflict):
    """The record was taken back on {withdrawn_on} for another cause. What was taken back stays so;
    leave the row out."""


class ResultNotSaid(Refusal):
    """Say what was decided: 准予修复 (granted: the record counts no more) or 不予修复 (refused: it
    stays as it is)."""


class SentBack(Refusal):
    """The reviewer sent this row back: {note}. Mend it and send it again."""
