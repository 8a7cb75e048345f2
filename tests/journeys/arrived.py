"""What arrived of the visit to a home: `python -m tests.journeys.arrived ALIAS`. Prints one line of JSON."""

import json
import sys

import django

django.setup()

from corpparent.models import Event, Notice  # noqa: E402
from visits.models import Answer, Point, Visit  # noqa: E402

OURS = {"slot__isnull": False, "home__alias": sys.argv[1]}

if __name__ == "__main__":
    visits = Visit.objects.filter(**OURS)
    ids = [str(visit.public_id) for visit in visits]
    slots = [str(visit.slot.public_id) for visit in visits]
    started = Event.objects.filter(type="visit-started", subject_id__in=ids)
    sent = Event.objects.filter(type="visit-submitted", subject_id__in=slots)
    found = {
        "statuses": list(visits.values_list("status", flat=True)),
        "started": started.count(),
        "sent": sent.count(),
        "sent_for": len(set(sent.values_list("counts_for_id", flat=True))),
        "told": Notice.objects.filter(matter__in=[f"visit-reported:{one}" for one in ids]).count(),
        "answers": dict(Answer.objects.filter(visit__in=visits).values_list("question", "said")),
        "points": sorted(Point.objects.filter(visit__in=visits).values_list("title", flat=True)),
    }
    print(json.dumps(found, default=str))
