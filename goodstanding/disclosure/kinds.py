"""Why a version of a record must no longer be used."""

#: It was wrong from the start: what was done on it is looked at again.
WAS_WRONG = "was-wrong"
#: It was right until then: from now on nothing more is done on it.
STOP_USING = "stop-using"
#: Another version holds.
CORRECTED = "corrected"
#: Its organisation took its consent to publicity back: copies of public lists drop it, no more.
NOT_PUBLIC = "not-public"

KINDS = (WAS_WRONG, STOP_USING, CORRECTED, NOT_PUBLIC)

#: The dated lists of exemplars, as the ledger calls them.
EXEMPLARS = "exemplars"

RECORD, DESIGNATION = "record", "designation"
SUBJECTS = (RECORD, DESIGNATION)

#: What came of looking at a check again: the department decided anew; its decision stands for
#: another reason; or it is final in law and cannot be changed any more.
RESULTS = ("changed", "stands", "final")
