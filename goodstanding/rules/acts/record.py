"""Acts about a record: a decision an authority already made."""

from datetime import date

import msgspec

from goodstanding.rules.acts.values import Deadline, Learned, Publishing


class RecordEnteredV1(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag="record-entered/1"):
    """A department supplies a record of a decision about an organisation. No longer written.

    ``digest`` covers the normalised values and tells equal rows from conflicting ones;
    ``transcribed`` records rest on a listing decided elsewhere and have no effect by themselves.
    ``first_import``: the city held it before the register went live; it has no term of publication.
    """

    record_kind: str
    department: str
    authority: str
    document: str
    decided_on: date
    adverse: bool
    transcribed: bool
    basis_readable: bool
    natural_key: str
    digest: str
    public_from: date | None
    public_until: date | None
    publication: Deadline | None
    batch: str = ""
    row: int = 0


class RecordEntered(RecordEnteredV1, frozen=True, kw_only=True, gc=False, tag="record-entered/2"):
    """The same, with the rule by which it is public or is not; null where its kind never is.

    ``first_import``: the city held it before the register went live; it had no term to be public.
    """

    publishing: Publishing | None = None
    first_import: bool = False


class RecordMarked(msgspec.Struct, frozen=True, kw_only=True, tag="record-marked/1"):
    """The record is disputed; every reader sees the mark from now on."""

    objection: str


class RecordUnmarked(msgspec.Struct, frozen=True, kw_only=True, tag="record-unmarked/1"):
    """The mark of one objection goes, whatever its outcome."""

    objection: str


class RecordCorrectedV1(msgspec.Struct, frozen=True, kw_only=True, tag="record-corrected/1"):
    """The record's document and day are replaced by right ones. No longer written."""

    document: str
    decided_on: date
    digest: str
    public_until: date | None


class RecordCorrectedV2(msgspec.Struct, frozen=True, kw_only=True, tag="record-corrected/2"):
    """The record's values are replaced by right ones; a new version of it. No longer written.

    The content restates the whole row and gives the public reason. ``copies_until``: where the
    record is public no more by this correction, the last day its copies were told; else null.
    """

    document: str
    decided_on: date
    authority: str
    natural_key: str
    basis_readable: bool
    digest: str
    public_from: date | None
    public_until: date | None
    publication: Deadline | None
    copies_until: date | None = None


class RecordCorrected(RecordCorrectedV2, frozen=True, kw_only=True, tag="record-corrected/3"):
    """The same, with the rule by which the new version is public or is not.

    ``adverse``: only where a commitment found broken is found kept now, or the other way round;
    ``learned``: only where the department says since when it knew, and had not noted it before.
    """

    publishing: Publishing | None = None
    adverse: bool | msgspec.UnsetType = msgspec.UNSET
    learned: Learned | msgspec.UnsetType = msgspec.UNSET


class RecordErrorNoted(msgspec.Struct, frozen=True, kw_only=True, tag="record-error-noted/1"):
    """The department learned that the record is wrong; the time to put it right runs.

    ``through``: from whom; ``due``: null where no rule counts the days. The content says what is
    wrong, for the department.
    """

    learned_on: date
    through: str
    due: Deadline | None


class RecordErrorDismissed(
    msgspec.Struct, frozen=True, kw_only=True, tag="record-error-dismissed/1"
):
    """The record was right after all; the content says why."""


class RecordTextHeld(msgspec.Struct, frozen=True, kw_only=True, tag="record-text-held/1"):
    """Some texts of the record may name persons: none of its free text is public until it is read.

    ``texts``: the names of the doubtful ones, as in the content.
    """

    texts: tuple[str, ...]


class RecordTextRead(msgspec.Struct, frozen=True, kw_only=True, tag="record-text-read/1"):
    """An officer of the department read the texts and found them fit to publish.

    ``version``: the version of the record that was read.
    """

    version: int


class RecordTextWithheld(msgspec.Struct, frozen=True, kw_only=True, tag="record-text-withheld/1"):
    """An officer of the department read the texts: somebody is named, and they stay from the public.

    ``version``: the version of the record that was read. A correction is read anew.
    """

    version: int


class RecordWithdrawn(msgspec.Struct, frozen=True, kw_only=True, tag="record-withdrawn/1"):
    """The record is taken back: as wrong (from the start), or for a later reason (from the day).

    ``learned``: only where the department says since when it knew, and had not noted it before.
    """

    as_wrong: bool
    reason: str
    learned: Learned | msgspec.UnsetType = msgspec.UNSET
