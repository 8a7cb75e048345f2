from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Layout
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText, MarkedTexts, ShowsMarked
from reports.indicators import services

MOST = 1500


class CommentaryForm(ShowsMarked, forms.Form):
    """What one person says of one figure."""

    text = CheckedText(
        label="So what?",
        help_text="Why is it so, what are you doing about it, and by when will it show? Nobody’s name, no child’s "
        "story: every councillor reads this.",
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": "Write what is behind the figure.",
            "max_length": f"Keep it to {MOST:,} characters: what is behind it, what you do, by when.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(Field.textarea("text"), MarkedTexts(), Button.primary("", "Keep this commentary"))

    def save(self, *, observation, by):
        text = self.cleaned_data["text"].strip()
        return services.write_commentary(observation=observation, text=text, by=by, at=timezone.now())
