"""Who came to a session: one row a person, three choices each, saved all at once."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from members import services
from members.facts import attendance
from members.models import Attendance, LearningSession, Person

PREFIX = "outcome-"


class AttendanceForm(forms.Form):
    """Bound or not, it shows everybody who is expected, was written down, was added before, or is found by `search`.

    Rows are no fields of it: their names hold public ids, `outcome-<uuid>`, and people without an answer stay as they
    are. `found` says what the search came to.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    search = forms.CharField(required=False, max_length=150, strip=True)

    def __init__(self, *args, session: LearningSession, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = session.version
        self.session = session
        self.added = ids_of(self.data.getlist("added")) if self.is_bound else []
        self.answers = answers_of(self.data) if self.is_bound else {}
        self.found: list[Person] = []

    def clean(self) -> dict[str, Any]:
        people = {person.public_id: person for person in Person.objects.filter(public_id__in=list(self.answers))}
        if len(people) < len(self.answers):
            raise forms.ValidationError(
                "Somebody in this list is not known here. Open the page again and save once more."
            )
        if not set(self.answers.values()) <= set(Attendance.Outcome.values):
            raise forms.ValidationError("Choose one of the three answers for each person.")
        self.cleaned_data["outcomes"] = {people[public_id]: outcome for public_id, outcome in self.answers.items()}
        return self.cleaned_data

    def find(self) -> None:
        """Add whom the search finds to the rows, and say how many there were."""
        name = (self.data.get("search") or "").replace("\0", "").strip()[:150]
        self.found = list(attendance.people_named(name, self.session)) if name else []
        self.added += [person.public_id for person in self.found]

    def rows(self) -> list[dict[str, Any]]:
        """One a person, by name: id, name, and the three choices of which one may be chosen."""
        written = attendance.written(self.session)
        chosen = written | self.answers
        people = attendance.people_to_list(self.session, [*chosen, *self.added])
        return [row_of(person, chosen.get(person.public_id, "")) for person in people]

    def save(self, *, by: Person) -> int:
        """For how many people that changed anything."""
        return services.record_attendance(
            session=self.session,
            outcomes=self.cleaned_data["outcomes"],
            version=self.cleaned_data["version"],
            by=by,
            at=timezone.now(),
        )


def row_of(person: Person, chosen: str) -> dict[str, Any]:
    choices = [
        {"value": value, "label": label, "is_chosen": value == chosen} for value, label in Attendance.Outcome.choices
    ]
    return {"id": str(person.public_id), "name": person.name, "choices": choices}


def answers_of(data: Any) -> dict[UUID, str]:
    """{public id: answer} of the posted rows; what is no id is left out, as no page of ours sends it."""
    posted = ((name.removeprefix(PREFIX), data[name]) for name in data if name.startswith(PREFIX))
    return {public_id: answer for text, answer in posted for public_id in ids_of([text])}


def ids_of(texts: list[str]) -> list[UUID]:
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
