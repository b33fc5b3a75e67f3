"""Which public notices run on a day?"""

from datetime import date

from django.db.models import Q, QuerySet

from goodstanding.publication.models import PublicNotice


def running(*, on: date) -> QuerySet[PublicNotice]:
    """Those whose period is not over, latest first; one whose end is not definite yet still runs."""
    ahead = Q(due_on__gte=on) | Q(due_on__isnull=True)
    found = PublicNotice.objects.filter(ahead, published_on__lte=on)
    return found.order_by("-published_on", "aggregate", "letter")
