"""What can be wrong with a row or a cell of it, and how its sender mends it."""

from goodstanding.rules.errors import Refusal


class ValueMissing(Refusal):
    """The cell is empty. Fill it in; every record needs it."""


class TextTooLong(Refusal):
    """The text has {length} characters; at most {limit} are kept. Shorten it."""


class DateNotRead(Refusal):
    """This is not a date of the calendar. Write it like 2026-03-01."""


class DateInTheFuture(Refusal):
    """The day {day} has not come yet. Enter the day the decision was made."""


class NotHappenedYet(Refusal):
    """The day {day} has not come yet. Enter the day it happened."""


class DatesOutOfOrder(Refusal):
    """The day {day} lies before the day of the decision, {decided_on}. Compare both with it."""


class AfterTheDecision(Refusal):
    """The day {day} lies after the day of the decision, {decided_on}. Compare both with it."""


class FoundBeforeMade(Refusal):
    """The day {day} lies before the day the commitment was made, {made_on}. Compare both with it."""


class FoundBeforeDue(Refusal):
    """The commitment was found broken on {day}, and it could be kept through {due_on}. Make sure that
    both days are right."""


class AmountNotRead(Refusal):
    """This is not an amount in units of 10,000 yuan. Write digits only, like 0.2 for 2,000 yuan."""


class AmountTooFine(Refusal):
    """An amount in units of 10,000 yuan has at most 6 decimals. Round it to the cent."""


class AmountMissing(Refusal):
    """The kind of penalty ({category}) needs an amount. Enter it in units of 10,000 yuan."""


class AmountPerhapsInYuan(Refusal):
    """The amount is {amount} times 10,000 yuan. Make sure that it was not entered in yuan."""


class BasisNotRead(Refusal):
    """No law or rule was recognised in this basis, so the record is kept and is not public. Write the
    full title in 《》 with the article; a correction of the record does it later."""


class TextMasked(Refusal):
    """Names, phones or numbers of papers in this text gave way to 某 or a word in brackets. Look
    whether it still says what was decided; leave such details out of what is sent."""


class TextToBeRead(Refusal):
    """A person's name may still stand in this text, so the record's texts are not public yet. An
    officer of the department reads them and finds them fit, or corrects the record."""


class PenaltyCategoryUnknown(Refusal):
    """The kind of penalty {category} is not known. Choose from the list, or write 其他-, then what."""


class State2015Unknown(Refusal):
    """The state is none of the format of 2015: 0 (in force), 1 (taken back), 2 (disputed), 3 (other).
    Enter one of them."""


class ChoiceUnknown(Refusal):
    """The text {text} is none of those to choose from: {choices}. Choose one, or leave it empty."""


class ChoiceNeeded(Refusal):
    """The text {text} is none of those to choose from: {choices}. Choose one; every row needs it."""


class LicenceStateUnknown(Refusal):
    """The state is neither 1 (valid) nor 2 (not valid). Enter one of the two."""


class SubjectCategoryUnknown(Refusal):
    """The category of the party is not known. Write 法人及非法人组织; only organisations are held."""


class ColumnMissing(Refusal):
    """The column {column} is missing. Add it; every record needs it."""


class ColumnMissingIn2015(ColumnMissing):
    """The format of 2015 has no column {column}, which every record needs. Add it to the file, or
    send the file in the format of 2018."""


class FormatsMixed(Refusal):
    """The column {older} is of the format of 2015, the column {newer} of that of 2018. Use the
    columns of one format."""


class StateWithoutCounterpart(Refusal):
    """The state {state} of the format of 2015 (disputed, or other) does not say whether the decision
    holds. Write 0 where it holds; report a dispute as an objection to the record."""


class DecisionTakenBack(Refusal):
    """The state says that the decision was taken back. Leave the row out; where the register has the
    record, withdraw it there."""


class FileOfAnotherKind(Refusal):
    """The columns of this file are those of another kind of rows: {kind}. Choose that kind and send
    the file again."""


class ColumnUnknown(Refusal):
    """The column {column} is not one of the template. It is left out and not kept."""


class OutsideTheRegister(Refusal):
    """The decision rests on rules about matters that the register does not hold. Leave it out."""


class CarriesAGrade(Refusal):
    """The row carries a grade, score or rank: {column}. The register holds none of anybody. Leave it
    out, and the row can be sent again."""


class NotAnAddress(Refusal):
    """This is no address of a page. Write that of the page that says how the list is made, like
    https://example.org/method."""


class KeptNoLonger(Refusal):
    """By its own end, or by the longest time that the rulebook gives, this was kept until {last_day}.
    That is over; leave the row out."""


class ListTakenBack(Refusal):
    """Whoever offered this list took it back on {ended_on}. It is not received again; ask them for a
    new list."""


class ConflictsWithRecord(Refusal):
    """Another record has this authority, document and organisation with other values. Send a
    correction instead, or mend the row."""


class KindNotTaken(Refusal):
    """Files of the kind {kind} are not taken. Taken are: {kinds}."""
