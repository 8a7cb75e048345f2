"""The council's settings, a form a group, its words, and the days on which it is closed."""

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Fixed, Layout
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers, validate_shapes
from members import services
from members.forms.days import DayField
from members.models import ClosedDay, Council
from members.words import LONGEST, TERMS


def helper(*fields: object, verb: str) -> FormHelper:
    """Fields in order, then one button that says `verb`."""
    layout = FormHelper()
    layout.form_class = "app-form"
    layout.attrs = {"novalidate": ""}
    layout.layout = Layout(*fields, Button.primary("", verb))
    return layout


class CouncilForm(forms.ModelForm):
    """One group of settings. The council is written by its service, never by the form."""

    title = lead = ""
    fixed_widths: dict[str, object] = {}

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Council
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        self.helper = helper(*self.layout(), "version", verb="Keep these settings")

    def layout(self):
        return [Field.text(name, field_width=self.fixed_widths.get(name)) for name in self.Meta.fields]

    def _post_clean(self):
        """The service checks the council as it will be; a form that changed it first would hide what is new."""

    def save(self, *, by):  # type: ignore[override]  # by whom, and always at once
        given = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return services.change_council(version=self.cleaned_data["version"], by=by, at=timezone.now(), **given)


class NamesForm(CouncilForm):
    title = "Names and code"
    lead = "How the council signs, how charts and sentences say it, and which area its figures are of."
    fixed_widths = {"area_code": Fixed.TEN}

    class Meta(CouncilForm.Meta):
        fields = ["name", "short_name", "region", "area_code"]
        labels = {"name": "Name", "short_name": "Short name", "region": "Region", "area_code": "Area code"}
        help_texts = {
            "name": "As it signs, like Larchford Council.",
            "short_name": "As charts and sentences say it, like Larchford.",
            "region": "As the government’s figures name it, like West Midlands.",
            "area_code": "Nine signs, like E08000030. Published figures of this area become the council’s own line.",
        }
        error_messages = {
            "name": {"required": "Enter the council’s name."},
            "short_name": {"required": "Enter the council’s short name."},
            "area_code": {"required": "Enter the code of the council’s area, like E08000030."},
        }


class ContactsForm(CouncilForm):
    title = "Who to ring and write to"
    lead = "These stand at the foot of every public page, so a child may be reading them. Leave empty what is not so."
    fixed_widths = dict.fromkeys(("worried_phone", "worried_phone_night", "advocacy_phone"), Fixed.TWENTY)

    class Meta(CouncilForm.Meta):
        fields = ["worried_phone", "worried_phone_night", "advocacy_phone", "help_email"]
        labels = {
            "worried_phone": "Worried about a child: number by day",
            "worried_phone_night": "Worried about a child: number at night and at weekends",
            "advocacy_phone": "Advocacy service for children",
            "help_email": "Help with this portal: e-mail address",
        }
        help_texts = {
            "worried_phone": "Alone, it is shown as answered day and night.",
            "worried_phone_night": "Leave it empty when the number by day is answered at night too.",
            "advocacy_phone": "Somebody on the child’s side, who is not the council.",
            "help_email": "For those who read and use these pages. Not for worries about a child.",
        }
        error_messages = {"help_email": {"invalid": "Enter an e-mail address, like help@larchford.example."}}


class ColoursForm(CouncilForm):
    title = "Colours"
    lead = "Every page and paper takes them. White words stand on the main colour, so it must be dark."
    fixed_widths = {"pine": Fixed.TEN, "sun": Fixed.TEN}

    class Meta(CouncilForm.Meta):
        fields = ["pine", "sun"]
        labels = {"pine": "Main colour", "sun": "Second colour"}
        help_texts = {
            "pine": "As # and six digits, like #15494E. Its contrast to white must be 4.5 to 1 or more.",
            "sun": "For the mark and the current page, like #F5C24C.",
        }
        error_messages = {
            "pine": {"required": "Enter the main colour, like #15494E."},
            "sun": {"required": "Enter the second colour, like #F5C24C."},
        }


class WorkingDayForm(CouncilForm):
    title = "Working day"
    lead = "Deadlines in working hours and the days between an agenda and its meeting are counted by these."
    fixed_widths = dict.fromkeys(("day_begins_at", "day_ends_at", "clear_days"), Fixed.FIVE)

    class Meta(CouncilForm.Meta):
        fields = ["day_begins_at", "day_ends_at", "clear_days"]
        labels = {"day_begins_at": "Office opens", "day_ends_at": "Office closes", "clear_days": "Clear days"}
        help_texts = {
            "day_begins_at": "On the 24-hour clock, like 09:00.",
            "day_ends_at": "Like 17:00.",
            "clear_days": "Whole working days between publishing an agenda and its meeting; neither day counts. "
            "The law asks for five at least.",
        }
        widgets = {
            "day_begins_at": forms.TimeInput(format="%H:%M"),
            "day_ends_at": forms.TimeInput(format="%H:%M"),
            "clear_days": forms.TextInput(attrs={"inputmode": "numeric"}),
        }
        error_messages = {
            name: dict.fromkeys(("required", "invalid"), f"Enter the time as hours and minutes, like {like}.")
            for name, like in (("day_begins_at", "09:00"), ("day_ends_at", "17:00"))
        } | {"clear_days": dict.fromkeys(("required", "invalid"), "Enter a whole number, like 5.")}


class BeginningForm(CouncilForm):
    title = "First day with the portal"
    lead = (
        "Duties count from this day on, or from an appointment’s first day where that is later: "
        "of what came before, nothing was recorded here."
    )

    began_on = DayField(
        what="the first day on which you used the portal", label="First day", help_text="Like 1 9 2026.", required=False
    )

    class Meta(CouncilForm.Meta):
        fields = ["began_on"]

    def layout(self):
        return [Field("began_on")]


class CaseNumbersForm(CouncilForm):
    title = "Case numbers"
    lead = (
        "No case number belongs on these pages. Say how yours look, and no text is kept that holds one, "
        "in capitals or small letters, with spaces or hyphens."
    )

    case_number_shapes = forms.CharField(
        label="How your case numbers look",
        help_text="One kind a line, with # for each figure and @ for each letter, like LC######. Leave it empty if no "
        "number is to be looked for.",
        max_length=240,
        required=False,
        widget=forms.Textarea,
        validators=[validate_shapes],
        error_messages={"max_length": "Keep it to 240 characters."},
    )

    class Meta(CouncilForm.Meta):
        fields = ["case_number_shapes"]

    def layout(self):
        return [Field.textarea("case_number_shapes", rows=4)]


class SmallNumbersForm(CouncilForm):
    title = "Small numbers"
    lead = (
        "A number that only a few children stand behind could point to one of them. The public never sees it. "
        "You decide whether councillors do, on their pages and in the members’ edition of a pack."
    )

    class Meta(CouncilForm.Meta):
        fields = ["members_see_small_numbers"]
        labels = {"members_see_small_numbers": "Members see small numbers of the council’s own"}
        help_texts = {
            "members_see_small_numbers": "Ask your data protection officer first. Packs that were built keep what they "
            "showed, and what the public sees never changes.",
        }

    def layout(self):
        return [Field.checkbox("members_see_small_numbers")]


GROUPS: dict[str, type[CouncilForm]] = {
    "names": NamesForm,
    "contacts": ContactsForm,
    "colours": ColoursForm,
    "working-day": WorkingDayForm,
    "beginning": BeginningForm,
    "case-numbers": CaseNumbersForm,
    "small-numbers": SmallNumbersForm,
}


class MarkForm(forms.Form):
    """The council's mark. What is wrong with the picture is said by the service."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    mark = forms.FileField(
        label="Mark",
        help_text="A PNG picture of at most 200 KB, square or nearly so. It stands beside the council’s name.",
        error_messages=dict.fromkeys(("required", "missing", "invalid"), "Choose the PNG picture of the mark.")
        | {"empty": "This file is empty. Choose the PNG picture again."},
    )

    def __init__(self, *args, version: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = version
        self.helper = helper(Field("mark", css_class="app-file", context={}), "version", verb="Keep this mark")

    def save(self, *, by):
        content = self.cleaned_data["mark"].read()
        return services.set_mark(content=content, version=self.cleaned_data["version"], by=by, at=timezone.now())


class WordsForm(forms.Form):
    """All terms at once, each under its slug."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, version: int, said: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = version
        for slug, term in TERMS.items():
            sample = term.sample.format(said[slug])
            self.fields[slug] = forms.CharField(
                label=term.means[:1].upper() + term.means[1:],
                help_text=f"“{sample[:1].upper()}{sample[1:]}” The portal’s own words: {term.default}.",
                initial=said[slug],
                required=False,  # an empty one has a better sentence
                widget=forms.TextInput(attrs={"maxlength": LONGEST}),
            )
        rows = [Field.text(slug, field_width=Fixed.THIRTY) for slug in TERMS]
        self.helper = helper(*rows, "version", verb="Keep these words")

    def save(self, *, by):
        said = {slug: self.cleaned_data[slug] for slug in TERMS}
        return services.set_words(words=said, version=self.cleaned_data["version"], by=by, at=timezone.now())


class ClosedDayForm(forms.Form):
    on = DayField(what="the day on which the offices are closed", label="Day", help_text="Like 29 12 2026.")
    name = forms.CharField(
        label="Why",
        help_text="Like: extra day after Christmas.",
        max_length=60,
        validators=[validate_no_identifiers],
        error_messages={"required": "Say why the offices are closed.", "max_length": "Keep it to 60 characters."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper(Field("on"), Field.text("name", field_width=Fixed.TWENTY), verb="Close this day")

    def clean_on(self):
        day = self.cleaned_data["on"]
        if ClosedDay.objects.filter(on=day).exists():
            raise forms.ValidationError(f"{day:%A %-d %B %Y} is in the list already.")
        return day

    def save(self, *, by):
        return services.close_day(**self.cleaned_data, by=by, at=timezone.now())
