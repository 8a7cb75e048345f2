"""Free text in forms: identifiers are refused at the field, likely names wait for a reason, nothing typed is lost.

    class VoiceForm(NamesExplained, forms.Form):
        said = CheckedText(max_length=500, widget=forms.Textarea)

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.helper.layout = Layout(Field.textarea("said"), MarkedTexts(), Button.primary("", "Keep it"))

The reason is in `cleaned_data["names_explained"]`, for the service to keep. A form that has nowhere to keep a reason
leaves `NamesExplained` out and takes `ShowsMarked`: it refuses identifiers, marks them in place and asks for no names.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from crispy_forms.utils import render_field
from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from corpparent.identifiers.case_numbers import case_shapes
from corpparent.identifiers.finding import Hit, find
from corpparent.identifiers.kinds import Kind
from corpparent.identifiers.marking import Marked, marked
from corpparent.identifiers.names import find_names, own_phrases
from corpparent.identifiers.saying import validate_no_identifiers, warning_for

REASON = "names_explained"
LONGEST_REASON = 200


class CheckedText(forms.CharField):
    """Free text in which identifiers are refused.

    In a form with `NamesExplained` likely names and addresses want a reason.
    """

    default_validators = [validate_no_identifiers]


class ShowsMarked(forms.BaseForm):
    """A form that can show its checked texts with what was found marked in place."""

    def is_checked(self, name: str) -> bool:
        """Whether identifiers are refused in this field."""
        return name in self.fields and validate_no_identifiers in self.fields[name].validators

    def checked_texts(self) -> Iterator[tuple[str, str]]:
        """The name and what was typed of each field of a form that was sent in which identifiers are refused."""
        if self.is_bound:
            for name in filter(self.is_checked, self.fields):
                yield name, self.fields[name].to_python(self[name].value()) or ""

    def found_in(self, name: str, text: str) -> list[Hit]:
        return find(text, case_shapes())

    def marked_texts(self) -> dict[str, Marked]:
        """What components/marked_text.html shows, by the name of each checked field in which something was found."""
        found = [(name, text, self.found_in(name, text)) for name, text in self.checked_texts()]
        return {name: marked(text, hits, str(self.fields[name].label)) for name, text, hits in found if hits}


class NamesExplained(ShowsMarked):
    """A form in which a likely name passes once its writer says why it may stand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names: dict[str, list[Hit]] = {}
        self.fields[REASON] = forms.CharField(
            label="Why this name may stand",
            help_text="For example: it is a place, or somebody who acts for the council. Never the name or "
            "address of a child or their family. Leave it empty if you take the name out.",
            max_length=LONGEST_REASON,
            required=False,
            validators=[validate_no_identifiers],
            error_messages={"max_length": f"Keep the reason to {LONGEST_REASON} characters."},
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        own = own_phrases()
        found = {name: find_names(text, own) for name, text in self.checked_texts() if name != REASON}
        self.names = {name: hits for name, hits in found.items() if hits}
        if not self.names and REASON in cleaned:
            cleaned[REASON] = ""
        if self.names and not cleaned.get(REASON):
            for name, hits in self.names.items():
                self.add_error(name, forms.ValidationError(warning_for(hits), code="names"))
        if self.names and all(hit.kind is Kind.ADDRESS for hits in self.names.values() for hit in hits):
            self.fields[REASON].label = "Why this address may stand"
        return cleaned

    def found_in(self, name: str, text: str) -> list[Hit]:
        return sorted([*super().found_in(name, text), *self.names.get(name, [])], key=lambda hit: hit.start)

    @property
    def asks_for_reason(self) -> bool:
        """Only where a name was found, or where a reason was given before."""
        return bool(self.names or self[REASON].value())


def drawn(found: Marked) -> SafeString:
    return render_to_string("components/marked_text.html", {"marked": found})


class MarkedText:
    """In a crispy layout, below the field `name`: its text as marked."""

    def __init__(self, name: str) -> None:
        self.name = name

    def render(self, form: ShowsMarked, context: Any, **kwargs: Any) -> SafeString | str:
        found = form.marked_texts().get(self.name)
        return drawn(found) if found else ""


class MarkedTexts:
    """Below the fields: the texts as marked of all but `shown`, and where names were found the question why."""

    def __init__(self, shown: Iterable[str] = ()) -> None:
        self.shown = set(shown)

    def render(self, form: ShowsMarked, context: Any, template_pack: str = "gds", **kwargs: Any) -> SafeString:
        shown = [drawn(found) for name, found in form.marked_texts().items() if name not in self.shown]
        if isinstance(form, NamesExplained) and form.asks_for_reason:
            shown.append(render_field(REASON, form, context, template_pack=template_pack))
        return mark_safe("".join(shown))  # noqa: S308 - each part was escaped by its own template
