"""Who may see it: the part that the forms of items, papers and decisions have in common.

    class ItemForm(RestrictionForm):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.helper = self.layout_of("Keep it", Field.text("title"), *restriction_fields(), "version")

        def save(self, *, by):
            return self.do(lambda: services.change_item(..., **self.cleaned_data, by=by, at=timezone.now()))

The service takes the names of ASKED and hands them to `rules.restriction.checked`, whose errors stand at their fields.
"""

from typing import Any

from crispy_forms_gds.layout import Field, Fluid, Layout, Size
from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from corpparent.identifiers.forms import CheckedText
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from reports.committees.models import PARAGRAPHS, Access
from reports.committees.models.access import Restrictable
from reports.committees.rules.restriction import LONGEST_INTEREST

ASKED = ("access", "title", "public_title", "paragraphs", "interest", "review_on", "source")
CHOICES = [
    (Access.OPEN.value, "Open: the public reads it"),
    (Access.EXEMPT.value, "Exempt: under Schedule 12A, if the public interest asks for it"),
    (Access.CONFIDENTIAL.value, "Confidential: the law forbids to publish it"),
]


class RestrictionForm(DeedForm):
    """A title, who may see it, and what must be said where that is not everybody."""

    title = CheckedText(
        label="Title",
        max_length=200,
        error_messages={"required": "Give it a title.", "max_length": "Keep the title to 200 characters."},
    )
    access = forms.ChoiceField(
        label="Who may see it?",
        choices=CHOICES,
        initial=Access.OPEN.value,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose open, exempt or confidential."),
    )
    public_title = CheckedText(
        label="If it is not open: what does the public read instead of the title?",
        help_text="It tells what kind of business it is, and nothing that is exempt.",
        max_length=200,
        required=False,
        error_messages={"max_length": "Keep the title for the public to 200 characters."},
    )
    paragraphs = forms.TypedMultipleChoiceField(
        label="If it is exempt: under which paragraphs of Schedule 12A?",
        choices=[(number, f"{number}. {words}") for number, words in PARAGRAPHS.items()],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose paragraphs from the list."},
    )
    interest = CheckedText(
        label="If it is exempt: why is the public interest in keeping it so greater than in publishing it?",
        help_text="Where the two are level, it is published. Only those who may see the item read this.",
        max_length=LONGEST_INTEREST,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": f"Keep it to {LONGEST_INTEREST:,} characters."},
    )
    review_on = DayField(
        what="the day by which it is looked at again",
        label="If it is exempt: by when does somebody look again whether it must still be?",
        help_text="It is exempt only so long as the public interest asks for it. Like 27 11 2027.",
        required=False,
    )
    source = CheckedText(
        label="If it is confidential: who gave it in confidence, or which law or court order forbids it?",
        max_length=300,
        required=False,
        error_messages={"max_length": "Keep it to 300 characters."},
    )


class FoldedUnlessClosed(Layout):
    """What is asked only of what is not open: folded away while the form says that it is, and nothing is wrong."""

    def render(self, form: RestrictionForm, context: Any, **kwargs: Any) -> SafeString:
        is_wrong = any(name in form.errors for name in ASKED)
        is_unfolded = str(form["access"].value()) != Access.OPEN.value or is_wrong
        return render_to_string(
            "committees/restriction_fields.html",
            {"fields": super().render(form, context, **kwargs), "is_unfolded": is_unfolded},
        )


def restriction_fields() -> list[Field | Layout]:
    """The fields below the title, for `layout_of`."""
    return [
        Field.radios("access", legend_size=Size.SMALL),
        FoldedUnlessClosed(
            Field.text("public_title"),
            Field.checkboxes("paragraphs", small=True, legend_size=Size.SMALL),
            Field.textarea("interest", rows=4),
            Field("review_on", context={"legend_size": Size.for_legend(Size.SMALL)}),
            Field.text("source", field_width=Fluid.FULL),
        ),
    ]


def restriction_shown(row: Restrictable) -> dict[str, Any]:
    """What the form shows of `row`: initial values by the names of ASKED."""
    is_confidential = row.access == Access.CONFIDENTIAL
    return {
        "title": row.title,
        "access": row.access,
        "public_title": row.public_title,
        "paragraphs": row.paragraphs,
        "interest": "" if is_confidential else row.interest,
        "source": row.interest if is_confidential else "",
        "review_on": row.review_on,
    }
