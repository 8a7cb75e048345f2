"""The home's answer to a point, and what children were told."""

from crispy_forms_gds.layout import Field, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import REASON, CheckedText, NamesExplained
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Person
from pledges.facts import actions as register
from visits import services
from visits.models import Point, Response
from visits.models.visit import LONGEST

SAY_WHICH = ("required", "invalid_choice")


class AnswerForm(NamesExplained, DeedForm):
    """Yes, partly or no, and why; for what is accepted, who does it and by when."""

    answer = forms.ChoiceField(
        label="Will you do it?",
        choices=Response.Answer,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(SAY_WHICH, "Choose yes, partly or no."),
    )
    reason = CheckedText(
        label="What do you answer?",
        help_text="The visitors read it, and children are told. Nobody’s name.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Say what you answer.",
            "max_length": f"Keep it to {LONGEST:,} characters.",
        },
    )
    owner = forms.ModelChoiceField(
        Person.objects.none(),
        to_field_name="public_id",
        empty_label="Choose a person",
        required=False,
        label="Who does it?",
        help_text="For yes and partly. They get a note.",
        error_messages={"invalid_choice": "Choose somebody with an appointment today."},
    )
    due_on = DayField(
        what="the day by which it is done", label="By when?", help_text="For yes and partly.", required=False
    )

    def __init__(self, *args, point: Point, **kwargs):
        super().__init__(*args, **kwargs)
        self.point = point
        self.fields["owner"].queryset = register.owners(timezone.localdate())
        self.helper = self.layout_of(
            "Send this answer",
            Field.radios("answer", inline=True, legend_size=Size.SMALL),
            Field.textarea("reason", rows=4),
            Field.select("owner"),
            Field("due_on"),
        )

    def save(self, by):
        return self.do(lambda: services.answer_point(point=self.point, by=by, at=timezone.now(), **self.cleaned_data))


class TellForm(NamesExplained, DeedForm):
    """What children were told, and when."""

    told_on = DayField(what="the day they were told", label="When were children told?")
    told_words = CheckedText(
        label="What were they told?",
        help_text="For example: at the house meeting, that the gate is mended.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what they were told.", "max_length": "Keep it to 300 characters."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, point: Point, **kwargs):
        super().__init__(*args, **kwargs)
        self.point = point
        self.fields[REASON].initial = point.told_names_explained
        self.helper = self.layout_of(
            "Keep this", Field("told_on"), Field.textarea("told_words", rows=3), Field("version")
        )

    def save(self, by):
        given = self.cleaned_data
        return self.do(
            lambda: services.tell_children(
                point=self.point,
                told_on=given["told_on"],
                words=given["told_words"],
                names_explained=given[REASON],
                version=given["version"],
                by=by,
                at=timezone.now(),
            )
        )
