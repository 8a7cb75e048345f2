"""The two forms of progress: what young people say, and what officers say on evidence."""

from crispy_forms_gds.layout import Field, Fieldset
from django import forms

from members.forms.days import DayField
from pledges.facts import progress as facts
from pledges.forms.progress import ProgressForm, text
from pledges.models import Progress
from pledges.services import EvidenceGiven

PIECES = (1, 2, 3)


class YoungPeopleForm(ProgressForm):
    """The young people's own rating, written down by the participation officer as their group gave it."""

    voice = Progress.Voice.YOUNG_PEOPLE
    words = text(
        "What they say",
        500,
        "Write what they say of it.",
        widget=forms.Textarea,
        help_text="Their words, or yours for theirs if they agree. For the group: nothing that points to one of them.",
    )
    heard_how = text(
        "How were they asked?",
        200,
        "Say how young people were asked, such as “Children’s council, eight of them”.",
        help_text="Such as: Children’s council, eight of them. Never who.",
    )

    def laid_out(self) -> list:
        return [*super().laid_out(), Field.text("heard_how")]


class OfficersForm(ProgressForm):
    """The officers' rating, with the evidence behind it."""

    voice = Progress.Voice.OFFICERS
    words = text(
        "What is behind it",
        500,
        "Write what is behind it.",
        widget=forms.Textarea,
        help_text="What was done, what was not, and what comes next. Nobody’s name: children read this.",
    )

    def __init__(self, *args, thing, **kwargs):
        self.own = {str(one.public_id): (one, day) for one, day in facts.own_evidence(thing)}
        super().__init__(*args, thing=thing, **kwargs)

    def laid_out(self) -> list:
        boxes = [self.add_piece(number) for number in PIECES]
        if self.own:
            boxes.append(self.add_own())
        return [*super().laid_out(), *boxes]

    def add_piece(self, number: int) -> Fieldset:
        self.fields[f"title-{number}"] = text("What shows it", 160, help_text="Such as: Count of visits before a move.")
        self.fields[f"day-{number}"] = DayField(what="the day of the evidence", label="Its date", required=False)
        self.fields[f"link-{number}"] = forms.URLField(
            label="Where to read it, if it is on the web",
            required=False,
            assume_scheme="https",
            widget=forms.TextInput(attrs={"inputmode": "url"}),
            error_messages={"invalid": "Enter a web address, like https://www.example.org/report."},
        )
        parts = [Field.text(f"title-{number}"), Field(f"day-{number}"), Field.text(f"link-{number}")]
        return Fieldset(*parts, legend=f"Evidence {number}", legend_size="m", css_class="app-form-part")

    def add_own(self) -> Field:
        self.fields["own"] = forms.MultipleChoiceField(
            label="Things in the portal that show it",
            choices=[(key, f"{one.label}, {day:%-d %B %Y}") for key, (one, day) in self.own.items()],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            error_messages={"invalid_choice": "Choose from the list."},
        )
        return Field.checkboxes("own")

    def said_before(self, now: Progress) -> dict:
        """With the evidence that stands, so that a correction need not find it anew."""
        found = super().said_before(now)
        typed = [one for one in now.evidence.all() if not one.kind]
        for number, one in zip(PIECES, typed, strict=False):
            found |= {f"title-{number}": one.title, f"day-{number}": one.dated_on, f"link-{number}": one.link}
        return found | {"own": [str(one.subject_id) for one in now.evidence.all() if one.kind]}

    def clean(self):
        for number in PIECES:
            self.check_piece(number)
        return super().clean()

    def check_piece(self, number: int) -> None:
        """A piece of evidence has a name and a day, or is left empty whole."""
        title, day = f"title-{number}", f"day-{number}"
        given = {name: self.cleaned_data.get(name) for name in (title, day, f"link-{number}")}
        if not any(given.values()):
            return
        if not given[title] and title not in self.errors:
            self.add_error(title, "Say what this evidence is.")
        if not given[day] and day not in self.errors:
            self.add_error(day, "Give the day of this evidence, like 27 11 2026.")

    def evidence(self) -> list[EvidenceGiven]:
        given = self.cleaned_data
        typed = [
            EvidenceGiven(given[f"title-{number}"], given[f"day-{number}"], given[f"link-{number}"])
            for number in PIECES
            if given.get(f"title-{number}") and given.get(f"day-{number}")
        ]
        own = [self.own[key] for key in given.get("own", [])]
        return typed + [EvidenceGiven(one.label, day, of=one) for one, day in own]


FORMS = {form.voice: form for form in (OfficersForm, YoungPeopleForm)}
