"""Who came: one row a person, saved all at once; and an interest that somebody declared."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from crispy_forms_gds.layout import Field, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.deeds import DeedForm
from members.forms.versions import refuse
from members.models import Person
from reports.committees import services
from reports.committees.facts import attending as facts
from reports.committees.models import AgendaItem, Attendance, Interest, Meeting
from reports.committees.rules.attending import Given, Place
from reports.committees.services.interests import LONGEST, LONGEST_DISPENSATION

OUTCOME, INSTEAD, CAME, LEFT = "outcome-", "instead-", "came-", "left-"
HOURS = ("%H:%M", "%H.%M")
GUEST = ""
NOTES = {Place.SUBSTITUTE: "substitute", Place.ADVISER: "without a vote", GUEST: "does not sit on this body"}
NO_HOUR = "“{}” is no hour. Write it like 14:05."
UNKNOWN = "Somebody in this list is not known here. Open the page again and save once more."


class AttendanceForm(forms.Form):
    """Bound or not, it shows everybody who is expected, was written down, was added before, or is found by `search`.

    Rows are no fields of it: their names end with public ids, `outcome-<uuid>`, `instead-`, `came-` and `left-`.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    search = forms.CharField(required=False, max_length=150, strip=True)

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = meeting.version
        self.meeting = meeting
        self.added = ids_of(self.data.getlist("added")) if self.is_bound else []  # type: ignore[attr-defined]
        self.found: list[Person] = []

    def clean(self) -> dict[str, Any]:
        ids = ids_of([name.removeprefix(OUTCOME) for name in self.data if name.startswith(OUTCOME)])
        others = ids_of([self.data[name] for name in self.data if name.startswith(INSTEAD)])
        people = facts.people_with([*ids, *others])
        if not people.keys() >= {*ids, *others}:
            raise forms.ValidationError(UNKNOWN)
        self.cleaned_data["given"] = {people[one]: self.given_of(one, people) for one in ids}
        return self.cleaned_data

    def given_of(self, one: UUID, people: dict[UUID, Person]) -> Given:
        instead = ids_of([self.data.get(f"{INSTEAD}{one}", "")])
        return Given(
            self.data.get(f"{OUTCOME}{one}", ""),
            people[instead[0]] if instead else None,
            self.hour(f"{CAME}{one}"),
            self.hour(f"{LEFT}{one}"),
        )

    def hour(self, name: str) -> time | None:
        text = self.data.get(name, "").strip()
        if not text:
            return None
        for shape in HOURS:
            try:
                return datetime.strptime(text, shape).time()  # noqa: DTZ007  # an hour of the day, and no moment
            except ValueError:
                continue
        self.add_error(None, NO_HOUR.format(text[:20]))
        return None

    def find(self) -> None:
        """Add whom the search finds to the rows."""
        name = (self.data.get("search") or "").replace("\0", "").strip()[:150]
        self.found = facts.people_named(name, self.meeting) if name else []
        self.added += [person.public_id for person in self.found]

    def rows(self) -> list[dict[str, Any]]:
        """One a person, by name, with what is typed, or is written down of them. Four queries."""
        written = {row.person: shown_of(row) for row in facts.of(self.meeting)}
        expected, places = facts.expected(self.meeting), facts.places_of(self.meeting)
        more = facts.people_with(self.added).values()
        people = sorted({*written, *expected, *more}, key=lambda person: (person.name, person.pk))
        return [
            self.row_of(person, written.get(person, {}), expected)
            | {"note": NOTES.get(places.get(person.pk, GUEST), "")}
            for person in people
        ]

    def row_of(self, person: Person, written: dict[str, str], expected: list[Person]) -> dict[str, Any]:
        def shown(prefix: str) -> str:
            return str(self.data.get(f"{prefix}{person.public_id}", "") if self.is_bound else written.get(prefix, ""))

        outcome, instead = shown(OUTCOME), shown(INSTEAD)
        return {
            "id": str(person.public_id),
            "name": person.name,
            "has_more": bool(instead or shown(CAME) or shown(LEFT)),
            "came": shown(CAME),
            "left": shown(LEFT),
            "choices": [
                {"value": value, "label": label, "is_chosen": value == outcome}
                for value, label in Attendance.Outcome.choices
            ],
            "others": [
                {"id": str(one.public_id), "name": one.name, "is_chosen": str(one.public_id) == instead}
                for one in expected
                if one != person
            ],
        }

    def save(self, *, by: Person) -> int | None:
        """For how many people that changed anything; None when it was refused."""
        given, version = self.cleaned_data["given"], self.cleaned_data["version"]
        try:
            return services.record_attendance(
                meeting=self.meeting, version=version, given=given, by=by, at=timezone.now()
            )
        except forms.ValidationError as problem:
            refuse(self, problem)
        return None


def shown_of(row: Attendance) -> dict[str, str]:
    """As the boxes of a row show it."""
    return {
        OUTCOME: row.outcome,
        INSTEAD: str(row.stands_in_for.public_id) if row.stands_in_for else "",
        CAME: f"{row.came_at:%H:%M}" if row.came_at else "",
        LEFT: f"{row.left_at:%H:%M}" if row.left_at else "",
    }


def ids_of(texts: list[str]) -> list[UUID]:
    """Those of `texts` that are ids; no page of ours sends others."""
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


class InterestForm(DeedForm):
    """What somebody declared, in an item or in general, and what they did then."""

    person = forms.ModelChoiceField(
        Person.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a person",
        label="Who declared it?",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose somebody who was there."),
    )
    item = forms.ModelChoiceField(
        AgendaItem.objects.none(),
        to_field_name="public_id",
        required=False,
        empty_label="In general, not one item",
        label="In which item?",
        error_messages={"invalid_choice": "Choose an item of this agenda."},
    )
    kind = forms.ChoiceField(
        choices=Interest.Kind.choices,
        widget=forms.RadioSelect,
        label="What kind of interest is it?",
        error_messages={"required": "Say what kind of interest it is."},
    )
    what = CheckedText(
        label="What is it?",
        help_text="As it was declared. Never about one child.",
        max_length=LONGEST,
        error_messages={"required": "Say what the interest is.", "max_length": f"Keep it to {LONGEST} characters."},
    )
    part = forms.ChoiceField(
        choices=Interest.Part.choices,
        widget=forms.RadioSelect,
        label="What did they do?",
        error_messages={"required": "Say what they did."},
    )
    dispensation = CheckedText(
        label="Which dispensation was given? (if any)",
        help_text="By whom and when, if they were allowed to take part all the same.",
        max_length=LONGEST_DISPENSATION,
        required=False,
        error_messages={"max_length": f"Keep it to {LONGEST_DISPENSATION} characters."},
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        there = [row.person_id for row in facts.of(meeting) if row.attended]
        self.fields["person"].queryset = Person.objects.filter(pk__in=there).order_by("name")  # type: ignore[attr-defined]
        items = self.fields["item"]
        items.queryset = meeting.items.select_related("meeting").order_by("number")  # type: ignore[attr-defined]
        items.label_from_instance = lambda item: f"{item.number}. {item.title}"  # type: ignore[attr-defined]
        self.helper = self.layout_of(
            "Write this interest down",
            Field.select("person"),
            Field.select("item"),
            Field.radios("kind", legend_size=Size.SMALL),
            Field.text("what"),
            Field.radios("part", legend_size=Size.SMALL),
            Field.text("dispensation"),
        )

    def save(self, *, by: Person) -> Interest | None:
        given = self.cleaned_data
        return self.do(lambda: services.declare_interest(meeting=self.meeting, by=by, at=timezone.now(), **given))
