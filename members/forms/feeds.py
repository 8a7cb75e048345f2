"""A list of councillors is brought, looked at, and taken in."""

from uuid import UUID

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Layout, Size
from django import forms
from django.conf import settings
from django.utils import timezone

from members import services
from members.feeds import FeedRefused
from members.feeds.comparing import Comparison
from members.forms.days import DayField
from members.models import MemberImport

GONE = "What you chose is no longer among those who are missing. Look again."


class FeedForm(forms.Form):
    """A file, or an address where the installation names hosts. `refusal`: the body was too large to be kept."""

    form = forms.ChoiceField(
        label="What is it?",
        choices=[
            (MemberImport.Form.MODERNGOV, "ModernGov’s list of councillors by ward (XML)"),
            (MemberImport.Form.CSV, "A table of councillors in Democracy Club’s columns (CSV)"),
        ],
        initial=MemberImport.Form.MODERNGOV,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what the list is.",
            "invalid_choice": "Choose what the list is from the two kinds.",
        },
    )
    file = forms.FileField(
        label="File",
        required=False,
        help_text="Up to 5 MB. Names, wards, parties, work e-mail addresses and terms are read; home addresses and "
        "telephones in it are passed over and never kept.",
        error_messages=dict.fromkeys(("invalid", "missing"), "The file did not arrive. Choose it again.")
        | {"empty": "This file is empty. Download it again from where it comes, then choose the new copy."},
    )
    address = forms.CharField(
        label="Or its address",
        required=False,
        max_length=200,
        error_messages={"max_length": "The address is too long: 200 characters are the most."},
    )

    def __init__(self, *args, refusal: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.refusal = refusal
        hosts = sorted(settings.MEMBER_FEED_HOSTS)
        fields = [Field.radios("form"), Field("file", css_class="app-file", context={})]
        if hosts:
            self.fields["address"].help_text = f"Beginning with https://. The portal may ask {', '.join(hosts)}."
            fields.append(Field.text("address"))
        else:
            del self.fields["address"]
        self.helper = FormHelper()
        self.helper.form_class = "app-form"
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(*fields, Button.primary("", "Read the list"))

    def clean(self):
        super().clean()
        file, address = self.cleaned_data.get("file"), self.cleaned_data.get("address")
        if self.refusal:
            self.add_error("file", self.refusal)
        elif file and address:
            self.add_error("address", "Choose a file or enter an address, not both.")
        elif not file and not address and not self.errors:
            self.add_error("file", "Choose the file to be read.")
        return self.cleaned_data

    def save(self, *, by) -> MemberImport | None:
        """Read the file, or ask for the address to be fetched; None where it was refused, which stands at its field."""
        form, file, now = self.cleaned_data["form"], self.cleaned_data["file"], timezone.now()
        try:
            if file:
                return services.read_feed(content=file.read(), name=file.name, form=form, by=by, at=now)
            return services.ask_for_feed(address=self.cleaned_data["address"], form=form, by=by, at=now)
        except FeedRefused as refusal:
            self.add_error("file" if file else "address", str(refusal))
            return None


class TakeForm(forms.Form):
    """What was shown, and who of those whom the list does not name has left."""

    ends = forms.MultipleChoiceField(
        label="Who of them has left the council?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Nothing happens to those you do not choose.",
        error_messages={"invalid_choice": GONE, "invalid_list": GONE},
    )
    last_day = DayField(what="their last day in office", label="Their last day in office", required=False)
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, comparison: Comparison, verb: str, action: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = comparison.digest
        self.fields["last_day"].initial = timezone.localdate()
        self.fields["ends"].choices = [
            (str(person.public_id), f"{person.name}{said_of(person.terms[-1].ward)}") for person in comparison.missing
        ]
        asked = [Field.checkboxes("ends", small=True, legend_size=Size.SMALL), Field("last_day")]
        if not comparison.missing:
            del self.fields["ends"], self.fields["last_day"]
            asked = []
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_class = "app-form"
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(*asked, "seen", Button.primary("", verb))

    def clean(self):
        super().clean()
        if self.cleaned_data.get("ends") and not self.cleaned_data.get("last_day") and "last_day" not in self.errors:
            self.add_error("last_day", self.fields["last_day"].sentence)
        return self.cleaned_data

    @property
    def leaving(self) -> set[UUID]:
        """Public ids of those who were chosen."""
        return {UUID(chosen) for chosen in self.cleaned_data.get("ends", [])}


def said_of(ward: str) -> str:
    return f", {ward}" if ward else ""
