"""One step of what was heard: who looks at it, what came of it, how children were told."""

from crispy_forms_gds.layout import Field, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import NamesExplained
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Appointment, Person
from pledges import services
from pledges.forms.voices import SAY_WHICH, free_text
from pledges.models import Voice


class LookForm(DeedForm):
    """Who looks at it."""

    person = forms.ModelChoiceField(
        Person.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a person",
        label="Who looks at it?",
        help_text="They get a note, and it stands on their start page until they say what came of it.",
        error_messages={
            "required": "Choose who looks at it.",
            "invalid_choice": "Choose somebody with an appointment today.",
        },
    )

    def __init__(self, *args, voice: Voice, **kwargs):
        super().__init__(*args, **kwargs)
        self.voice = voice
        held = Appointment.objects.current(timezone.localdate()).values("person")
        self.fields["person"].queryset = Person.objects.filter(is_active=True, pk__in=held)
        self.helper = self.layout_of("They look at it", Field.select("person"))

    def save(self, *, by) -> Voice | None:
        person = self.cleaned_data["person"]
        return self.do(lambda: services.look_at_voice(voice=self.voice, person=person, by=by, at=timezone.now()))


class DecideForm(NamesExplained, DeedForm):
    """What changed, or why not: to a challenge, the answer."""

    is_changed = forms.TypedChoiceField(
        label="What came of it?",
        choices=[("yes", "Something changed"), ("no", "Nothing changed, and why")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(SAY_WHICH, "Choose what came of it."),
    )
    outcome = free_text(
        "What changed, or why not",
        "Say what changed, or why nothing did.",
        help_text="In words for children: they read this. Without anybody’s name.",
    )

    def __init__(self, *args, voice: Voice, **kwargs):
        super().__init__(*args, **kwargs)
        self.voice = voice
        self.helper = self.layout_of(
            "This came of it",
            Field.radios("is_changed", legend_size=Size.SMALL),
            Field.textarea("outcome", rows=4),
        )

    def save(self, *, by) -> Voice | None:
        given = self.cleaned_data
        return self.do(lambda: services.decide_voice(voice=self.voice, by=by, at=timezone.now(), **given))


class TellForm(NamesExplained, DeedForm):
    """When and how children were told."""

    told_on = DayField(what="the day they were told", label="When were they told?")
    told_how = free_text(
        "How were they told?",
        "Say how they were told.",
        most=200,
        rows=2,
        help_text="Like: at the children in care council.",
    )

    def __init__(self, *args, voice: Voice, **kwargs):
        super().__init__(*args, **kwargs)
        self.voice = voice
        self.fields["told_on"].initial = timezone.localdate()
        self.helper = self.layout_of("They were told", "told_on", Field.textarea("told_how", rows=2))

    def save(self, *, by) -> Voice | None:
        given = self.cleaned_data
        return self.do(lambda: services.tell_back(voice=self.voice, by=by, at=timezone.now(), **given))
