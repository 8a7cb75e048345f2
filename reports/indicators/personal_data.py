"""What the figures hold about one person: targets they answer for or did, and what they wrote."""

from corpparent.periods import Period
from corpparent.words import moment
from members.models import Person
from members.personal_data import Row
from reports.indicators.models import Commentary, Target


def targets(person: Person) -> list[Row]:
    found = Target.objects.filter(answerable=person).select_related("indicator").order_by("set_at", "pk")
    return [
        {
            "Figure": one.indicator.title,
            "Period": Period.parse(one.period).label,
            "Set": moment(one.set_at),
            "In force": yes_or_no(one.is_current),
        }
        for one in found
    ]


def commentaries(person: Person) -> list[Row]:
    found = Commentary.objects.filter(author=person).select_related("observation__indicator")
    return [
        {
            "Figure": one.observation.indicator.title,
            "Period": Period.parse(one.observation.period).label,
            "Words": one.text,
            "Written": moment(one.written_at),
            "In force": yes_or_no(one.is_current),
        }
        for one in found.order_by("written_at", "pk")
    ]


def yes_or_no(is_so: bool) -> str:
    return "yes" if is_so else "no"
