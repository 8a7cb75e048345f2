"""What a person wrote down of promises."""

from corpparent.periods import Period
from corpparent.words import moment
from members.models import Person
from members.personal_data import Row
from pledges.models import Progress


def progress(person: Person) -> list[Row]:
    """Whatever they wrote down for either voice, corrected or not, the oldest first. One query."""
    found = Progress.objects.filter(recorded_by=person).select_related("promise", "commitment")
    return [
        {
            "Promise": str(one.promise or one.commitment),
            "Period": Period.parse(one.period).label,
            "Voice": one.get_voice_display(),
            "Rating": one.get_rating_display(),
            "Words": one.words,
            "Why the names may stand": one.names_explained,
            "Written": moment(one.recorded_at),
        }
        for one in found.order_by("recorded_at", "pk")
    ]
