"""The one form of publishing: why now, where the law or the reader asks."""

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from members.forms.deeds import DeedForm
from reports.committees import services
from reports.committees.models import Meeting, Publication


class PublishForm(DeedForm):
    because = forms.CharField(label="What is new, and why now", required=False, widget=forms.Textarea)
    late_because = forms.CharField(
        label="Special circumstances that make it late",
        help_text="The law asks for them, and the minutes repeat them.",
        required=False,
        widget=forms.Textarea,
    )

    def __init__(self, *args, meeting: Meeting, is_supplement: bool, is_late: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        if not is_supplement:
            del self.fields["because"]
        if not is_late:
            del self.fields["late_because"]
        boxes = [Field.textarea(name, rows=3) for name in self.fields]
        self.helper = self.layout_of("Publish it", *boxes)

    def save(self, *, by) -> Publication | None:
        given = {"because": "", "late_because": ""} | self.cleaned_data
        return self.do(lambda: services.publish(meeting=self.meeting, **given, by=by, at=timezone.now()))
