"""Words of messages: for each kind a title and what to do; never what stands in a record."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Words(NamedTuple):
    """A title of a few words, and one sentence on what to do."""

    title: Promise
    todo: Promise


WORDS: dict[str, Words] = {
    "recall": Words(
        _("Recall: stop using what you were told"),
        _("Open the page, see why, and acknowledge that it is no longer used."),
    ),
    "recall-reminder": Words(
        _("Recall: still to be acknowledged"),
        _("Open the page, see why, and acknowledge that it is no longer used."),
    ),
    "reopening": Words(
        _("A check to look at again"),
        _("It refused on what was withdrawn as wrong. Look again and enter what came of it."),
    ),
    "watch": Words(
        _("The answer to a check you watch has changed"),
        _("Open the page of the case, see what changed, and take note of it."),
    ),
    "objection-filed": Words(
        _("An objection was filed"), _("Take it up or refuse it before its day is over.")
    ),
    "repair-filed": Words(
        _("An application for repair was filed"), _("Answer it before its day is over.")
    ),
    "lift-soon": Words(
        _("A lift falls due"), _("Lift the measure and report it by the day shown on the page.")
    ),
    "lift-overdue": Words(
        _("A lift is overdue"), _("The restriction has ended. Lift the measure now and report it.")
    ),
    "return-soon": Words(
        _("A monthly return falls due"), _("Look through the list and confirm it.")
    ),
    "return-overdue": Words(
        _("A monthly return is overdue"), _("Look through the list and confirm it.")
    ),
    "changes": Words(_("The feed of changes goes on"), _("Read on from where you stopped.")),
    "test": Words(_("Test message"), _("Nothing has to be done.")),
    "statement-begun": Words(
        _("A notice was served: you may state your case"),
        _("Open the page: it says what is intended, and by which day you may answer."),
    ),
    "statement-ending": Words(
        _("The time to state your case ends soon"),
        _("Open the page: it says by which day you may still answer."),
    ),
    "objection-accepted": Words(
        _("Your objection was taken up"),
        _("While it is verified, what it is against is marked and does not count."),
    ),
    "objection-decided": Words(
        _("Your objection was decided"),
        _("Open the page for the outcome, the reasons and what you may do next."),
    ),
    "repair-papers": Words(
        _("Papers are missing for your repair"),
        _("Everything that is missing is named at once. Bring it; it is free of charge."),
    ),
    "repair-accepted": Words(
        _("Your application for repair was taken up"),
        _("The page says by which day it is decided. It is free of charge."),
    ),
    "repair-decided": Words(
        _("Your application for repair was decided"),
        _("Open the page for the outcome, the reasons and what you may do next."),
    ),
    "repair-revocation": Words(
        _("A repair may be revoked: you may answer"),
        _("Open the page: it says why, and by which day you may answer."),
    ),
    "repair-revoked": Words(
        _("A repair was revoked"), _("Open the page for the reasons and what you may do next.")
    ),
    "record-corrected": Words(
        _("A record about you was corrected"), _("Look whether it is right now.")
    ),
    "record-withdrawn": Words(
        _("A record about you was withdrawn"),
        _("Everybody who was told of it is asked to stop using it. You need do nothing."),
    ),
    "record-over": Words(
        _("A record about you is no longer public"),
        _("Its last day is over, and nobody has to do anything for that."),
    ),
    "designation-revoked": Words(
        _("A designation of you was revoked"),
        _("Its measures have ended; the departments report that they lifted them."),
    ),
    "designation-over": Words(
        _("A designation of you has ended"),
        _("Its last day is over, and its measures ended with it."),
    ),
    "promise-made": Words(
        _("A promise was made to you"), _("After its due day you look whether it was kept.")
    ),
    "promise-verify": Words(
        _("The due day of a promise has passed"),
        _("Look whether it was kept, and enter what you found."),
    ),
    "promise-soon": Words(
        _("A promise of yours falls due"),
        _("Open the page: it says what was promised and until when."),
    ),
    "promise-notice": Words(
        _("A notice about a promise of yours: you may answer"),
        _("Open the page: it says why, and by which day you may answer."),
    ),
    "papers-over": Words(
        _("Promised papers did not come"),
        _("Look once more whether they are there, and enter what you found."),
    ),
    "papers-soon": Words(
        _("Papers you promised fall due"),
        _("Open the page: it says which papers, to whom and until when."),
    ),
    "application-papers": Words(
        _("Papers are missing for your application"),
        _("Everything that is missing is named at once. Nothing more can be asked for."),
    ),
    "application-accepted": Words(
        _("Your application was accepted"),
        _("The page is the receipt. It says by which day it is decided, and what you promised."),
    ),
    "application-decided": Words(
        _("Your application was decided"),
        _("Open the page for the outcome and the reasons."),
    ),
    "promise-found": Words(
        _("The department has a finding on a promise of yours"),
        _("Open the page for the outcome, the reasons and what you may do next."),
    ),
    "consent-reminder": Words(
        _("A consent of yours goes on"),
        _("Look whether it still shall. You may take it back at any time, without a reason."),
    ),
    "consent-given": Words(
        _("An organisation gave you consent"),
        _("Open the page for its purpose, its classes of data and its last day."),
    ),
    "consent-revoked": Words(
        _("A consent to you was taken back"), _("Nothing more is told by it from now on.")
    ),
    "ask-again": Words(
        _("You may ask again"),
        _("You were refused on what was wrong. The page says which department looks again."),
    ),
}
