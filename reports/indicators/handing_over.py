"""What somebody who goes has open among the figures: the targets they answer for."""

from collections.abc import Iterator
from functools import partial

from django.urls import reverse

from corpparent.periods import Period
from members.handing_over import Open
from members.models import Person
from reports.indicators import services
from reports.indicators.models import Target


def open_targets(person: Person) -> Iterator[Open]:
    """Targets in force for which `person` answers, as things to hand over. One query."""
    found = Target.objects.filter(answerable=person, is_current=True).select_related("indicator", "set_by")
    for target in found:
        yield Open(
            kind="Target",
            title=f"{target.indicator.title}, {Period.parse(target.period).label}",
            url=reverse("indicators:indicator-detail", args=[target.indicator.code]),
            move=partial(services.hand_over_target, target=target),
        )
