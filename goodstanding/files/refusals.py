"""What can be wrong with a file before any row of it is judged, each with its cure."""

from goodstanding.rules.errors import Refusal


class NotASpreadsheet(Refusal):
    """The file is not a table that can be read ({found}). Save it as .xlsx or CSV and send it again."""


class OldWorkbookFormat(Refusal):
    """The file is in the old .xls or .et format. Open it, save it as .xlsx and send it again."""


class EncryptedWorkbook(Refusal):
    """The workbook is protected by a password. Remove the password, save it and send it again."""


class FileTooLarge(Refusal):
    """The file has {size} bytes; at most {limit} are read. Split it into several files."""


class ArchiveTooLarge(Refusal):
    """The workbook unpacks to more than {limit} bytes. Copy the rows into a new workbook."""


class ArchiveTooManyParts(Refusal):
    """The workbook holds {parts} parts; at most {limit} are read. Copy the rows into a new one."""


class UnsafeMarkup(Refusal):
    """The workbook holds a document type declaration. Copy the rows into a new workbook."""


class TooManyColumns(Refusal):
    """The table reaches beyond column {limit}. Delete the columns the template does not have."""


class TooManyRows(Refusal):
    """The table has more than {limit} rows. Split it into several files."""


class TooManyCells(Refusal):
    """The table spans more than {limit} cells. Copy the rows into a new workbook."""


class CellTooLong(Refusal):
    """A cell in row {row} has more than {limit} characters. Look for a quote that is not closed."""


class HeaderNotFound(Refusal):
    """No header row was found in the first {rows} rows. Use the column names of the template."""


class HeaderRepeated(Refusal):
    """The column {column} is there more than once. Keep one of them."""


class SeveralSheets(Refusal):
    """More than one sheet holds a table: {sheets}. Keep the one to be sent."""


class EncodingUnknown(Refusal):
    """The text is neither UTF-8 nor GB18030. Save it as .xlsx or as CSV UTF-8."""


class LineNotAnObject(Refusal):
    """Line {row} is not a flat JSON object of texts and numbers. Write one record per line."""


class FormulaUnplaced(Refusal):
    """The sheet holds formulas that no cell address goes with. Paste the values in their place."""


class FormulaInCell(Refusal):
    """The cell holds a formula, so its value is not certain. Paste the value in its place."""


class DigitsLost(Refusal):
    """The number has more than 15 digits, so the last were lost. Format the cell as text, retype."""


class CharactersUnreadable(Refusal):
    """Line {row} holds characters that are no text. Save the file again as UTF-8."""


class JournalTorn(Refusal):
    """Line {line} of the removal journal {path} is not what was written: it was cut or altered. Bring
    the journal back from where it is kept, or write it anew from the register that is in use."""
