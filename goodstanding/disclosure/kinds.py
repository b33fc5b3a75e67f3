"""Why a version of a record must no longer be used."""

#: It was wrong from the start: what was done on it is looked at again.
WAS_WRONG = "was-wrong"
#: It was right until then: from now on nothing more is done on it.
STOP_USING = "stop-using"
#: Another version holds.
CORRECTED = "corrected"

KINDS = (WAS_WRONG, STOP_USING, CORRECTED)

RECORD, DESIGNATION = "record", "designation"
SUBJECTS = (RECORD, DESIGNATION)
