"""A pledge as a document, and what becomes of it: consulted on, endorsed, signed, published."""

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText, NamesExplained
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Appointment, Body, Person
from pledges import services
from pledges.models import Pledge

CHOOSE = [("", "Choose one")]


def words(label: str, most: int, *, needed: str = "", hint: str = "", is_long: bool = False) -> CheckedText:
    """Free text of at most `most` characters; `needed` is what is said where it is empty and may not be."""
    return CheckedText(
        label=label,
        help_text=hint,
        max_length=most,
        required=bool(needed),
        widget=forms.Textarea if is_long else forms.TextInput,
        error_messages={"required": needed, "max_length": f"Keep it to {most} characters."},
    )


def choice(label: str, choices, said: str, *, hint: str = "") -> forms.ChoiceField:
    """One of a list that must be chosen; `said` is what is wrong otherwise."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=CHOOSE + list(choices),
        error_messages=dict.fromkeys(("required", "invalid_choice"), said),
    )


def bodies(*, partners: bool):
    """Bodies in being today: partners, or the council's own."""
    found = Body.objects.current(timezone.localdate()).order_by("name")
    return found.filter(kind=Body.Kind.PARTNER) if partners else found.exclude(kind=Body.Kind.PARTNER)


class PledgeForm(NamesExplained, DeedForm):
    """A new pledge, or `pledge` as it is to become."""

    title = words("Title", 120, needed="Enter the pledge’s title.", hint="Like: Our pledge to you.")
    group = choice("Made to", Pledge.Group.choices, "Choose to whom it is made.")
    written_with = words(
        "Who wrote it",
        300,
        hint="The group of young people who wrote it with you, such as “Children in care council”. Nobody’s name.",
    )
    introduction = words("Introduction", 1000, hint="In the words of those who wrote it.", is_long=True)
    starts_on = DayField(what="the day from which it holds", label="Holds from", help_text="Like 1 4 2026.")
    ends_on = DayField(what="the day until which it holds", label="Holds until", help_text="Usually three years later.")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, pledge: Pledge | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.pledge = pledge
        self.helper = self.layout_of(
            "Keep these changes" if pledge else "Begin this pledge",
            Field.text("title"),
            Field.select("group"),
            Field.text("written_with"),
            Field.textarea("introduction", rows=5),
            Field("starts_on"),
            Field("ends_on"),
            "version",
        )

    def save(self, *, by) -> Pledge | None:
        given = dict(self.cleaned_data)
        version, pledge = given.pop("version") or 0, self.pledge
        if pledge is None:
            return self.do(lambda: services.add_pledge(by=by, at=timezone.now(), **given))
        return self.do(
            lambda: services.change_pledge(pledge=pledge, version=version, by=by, at=timezone.now(), **given)
        )


class ConsultForm(DeedForm):
    consulted_on = DayField(what="the day on which young people were asked", label="When were they asked?")

    def __init__(self, *args, pledge: Pledge, **kwargs):
        super().__init__(*args, **kwargs)
        self.pledge = pledge
        self.helper = self.layout_of("Young people were asked", Field("consulted_on"))

    def save(self, *, by):
        return self.do(lambda: services.consult(pledge=self.pledge, by=by, at=timezone.now(), **self.cleaned_data))


class EndorseForm(DeedForm):
    body = forms.ModelChoiceField(
        label="Which body agreed to it?",
        queryset=Body.objects.none(),
        to_field_name="slug",
        empty_label="Choose one",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose the body that agreed to it."),
    )
    endorsed_on = DayField(what="the day on which it agreed", label="When?")

    def __init__(self, *args, pledge: Pledge, **kwargs):
        super().__init__(*args, **kwargs)
        self.pledge = pledge
        self.fields["body"].queryset = bodies(partners=False)
        self.helper = self.layout_of("It was endorsed", Field.select("body"), Field("endorsed_on"))

    def save(self, *, by):
        return self.do(lambda: services.endorse(pledge=self.pledge, by=by, at=timezone.now(), **self.cleaned_data))


class SignatureForm(NamesExplained, DeedForm):
    signed_as = words(
        "Signed as",
        120,
        needed="Say which office or which group of young people signed.",
        hint="The office, like “Lead Member for Children’s Services”, or a group or seat of young people. "
        "A young person’s name never stands here.",
    )
    person = forms.ModelChoiceField(
        label="Who holds that office",
        help_text="Members and officers only. Leave it empty where young people signed.",
        queryset=Person.objects.none(),
        to_field_name="public_id",
        required=False,
        empty_label="Nobody by name",
        error_messages={"invalid_choice": "Choose somebody from the list, or nobody."},
    )
    signed_on = DayField(what="the day on which it was signed", label="Signed on")

    def __init__(self, *args, pledge: Pledge, **kwargs):
        super().__init__(*args, **kwargs)
        self.pledge = pledge
        held = Appointment.objects.current(timezone.localdate()).values("person")
        self.fields["person"].queryset = Person.objects.filter(pk__in=held).order_by("name")
        self.helper = self.layout_of(
            "Write this signature down", Field.text("signed_as"), Field.select("person"), Field("signed_on")
        )

    def save(self, *, by):
        return self.do(lambda: services.sign_pledge(pledge=self.pledge, by=by, at=timezone.now(), **self.cleaned_data))


class PublishForm(DeedForm):
    review_on = DayField(
        what="the day by which it is looked at again",
        label="To be looked at again by",
        help_text="Usually a year from now. Those who keep the pledge are reminded.",
    )

    def __init__(self, *args, pledge: Pledge, **kwargs):
        super().__init__(*args, **kwargs)
        self.pledge = pledge
        self.helper = self.layout_of("Publish the pledge", Field("review_on"))

    def save(self, *, by):
        return self.do(
            lambda: services.publish_pledge(pledge=self.pledge, by=by, at=timezone.now(), **self.cleaned_data)
        )
