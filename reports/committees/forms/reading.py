"""A private note on a page of a meeting's pack."""

from crispy_forms_gds.layout import Field, Fixed
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.deeds import DeedForm
from reports.committees import services
from reports.committees.models import Meeting, Note
from reports.committees.services.reading import LAST_PAGE, LONGEST_NOTE

SAY_PAGE = "Enter the number of a page of the pack, like 47."


class NoteForm(DeedForm):
    """A new note on the pack of `meeting`, or `note` with other words."""

    page = forms.IntegerField(
        label="Page of the pack",
        min_value=1,
        max_value=LAST_PAGE,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), SAY_PAGE),
    )
    text = CheckedText(
        label="Your note",
        help_text="Nobody but you sees it. Still, nothing that tells who a child is.",
        max_length=LONGEST_NOTE,
        widget=forms.Textarea,
        error_messages={
            "required": "Write your note, or go back.",
            "max_length": f"Keep it to {LONGEST_NOTE:,} characters.",
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, meeting: Meeting, note: Note | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting, self.note = meeting, note
        self.helper = self.layout_of(
            "Keep this note", Field.text("page", field_width=Fixed.FOUR), Field.textarea("text", rows=6), "version"
        )

    def save(self, *, by) -> Note | None:
        given, at, note = dict(self.cleaned_data), timezone.now(), self.note
        version = given.pop("version") or 0
        if note is None:
            return self.do(lambda: services.write_note(meeting=self.meeting, **given, by=by, at=at))
        return self.do(lambda: services.change_note(note=note, version=version, **given, by=by, at=at))


class RemoveNoteForm(DeedForm):
    """Nothing to fill in: the page asks once."""

    def __init__(self, *args, meeting: Meeting, note: Note, **kwargs):
        super().__init__(*args, **kwargs)
        self.note = note
        self.helper = self.layout_of("Remove this note")

    def save(self, *, by) -> None:
        services.remove_note(note=self.note, by=by)
