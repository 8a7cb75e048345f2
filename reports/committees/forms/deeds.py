"""What may be done to one paper: another file, another version, an open part, taking it back, what it relied on."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.deeds import DeedForm
from members.models import Person
from reports.committees import services
from reports.committees.forms.files import WithFile, file_field
from reports.committees.models import Paper
from reports.committees.rules.papers import LONGEST_REASON


def because(label: str, hint: str = "") -> CheckedText:
    return CheckedText(
        label=label,
        help_text=hint,
        max_length=LONGEST_REASON,
        widget=forms.Textarea,
        error_messages={"required": "Say why.", "max_length": f"Keep the reason to {LONGEST_REASON} characters."},
    )


class OfOnePaper(DeedForm):
    """A deed to `paper`; `version` is that of the page it was opened on."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, paper: Paper, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.paper = paper
        self.fields["version"].initial = paper.version

    def deed(self, service: Any, *, by: Person, **given: Any) -> Any:
        version = self.cleaned_data["version"]
        return self.do(lambda: service(paper=self.paper, version=version, by=by, at=timezone.now(), **given))


class PaperFileForm(WithFile, OfOnePaper):
    """The file of a draft."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Give it this file", file_field(), "version")

    def save(self, *, by: Person) -> Paper | None:
        return self.deed(services.give_file, by=by, document=self.document)


class PaperReplaceForm(WithFile, OfOnePaper):
    """The next edition of a published paper."""

    because = because("Why is it replaced?", "It stands beside the new version for everybody who may read it.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Replace it", file_field(), Field.textarea("because", rows=3), "version")

    def save(self, *, by: Person) -> Paper | None:
        given = self.cleaned_data["because"]
        return self.deed(services.replace_paper, by=by, document=self.document, because=given)


class PaperSplitForm(WithFile, OfOnePaper):
    """The open part of what is exempt so far."""

    title = CheckedText(
        label="Title of the open part",
        max_length=200,
        error_messages={"required": "Give it a title.", "max_length": "Keep the title to 200 characters."},
    )
    summary = CheckedText(
        label="What the open part says, in a sentence or two",
        max_length=500,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": "Keep it to 500 characters."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = "The open part as PDF"
        fields = (file_field(), Field.text("title"), Field.textarea("summary", rows=3))
        self.helper = self.layout_of("Split it in two", *fields, "version")

    def save(self, *, by: Person) -> Paper | None:
        title, summary = self.cleaned_data["title"], self.cleaned_data["summary"]
        return self.deed(services.split_paper, by=by, document=self.document, title=title, summary=summary)


class PaperWithdrawForm(OfOnePaper):
    because = because("Why is it withdrawn?", "Everybody who may read the paper reads this.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Withdraw it", Field.textarea("because", rows=3), "version")

    def save(self, *, by: Person) -> Paper | None:
        return self.deed(services.withdraw_paper, by=by, because=self.cleaned_data["because"])


class BackgroundForm(OfOnePaper):
    title = CheckedText(
        label="Title of the background paper",
        max_length=200,
        error_messages={"required": "Give its title.", "max_length": "Keep the title to 200 characters."},
    )
    where = CheckedText(
        label="Where can it be read?",
        help_text="An address on the web, or a place in the council’s offices.",
        max_length=300,
        error_messages={"required": "Say where it can be read.", "max_length": "Keep it to 300 characters."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("List it", Field.text("title"), Field.text("where"), "version")

    def save(self, *, by: Person) -> Any:
        return self.deed(
            services.add_background, by=by, title=self.cleaned_data["title"], where=self.cleaned_data["where"]
        )
