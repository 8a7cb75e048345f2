"""The fields of a list's filters, written in Python: crispy takes ten times as long (docs/explanation/speed.md)."""

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import forms, template
from django.forms import BoundField
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from members.widgets import drawn

register = template.Library()

FIELD = (
    '<div id="div_{id}" class="govuk-form-group{bad}">'
    '<label for="{id}" class="govuk-label">{label}</label>{errors}{control}</div>'
)
ERROR = '<span id="{}_{}_error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {}</span>'
ONE_LINE, LIST = "govuk-input", "govuk-select"


@register.filter
def as_fields(form: forms.BaseForm) -> SafeString:
    """The fields of `form`, as `form|crispy` draws them; every line of text and every list of choices in one go."""
    return format_html_join("", "{}", ((field_drawn(field),) for field in form))


def field_drawn(field: BoundField) -> SafeString:
    """One field; crispy draws what is neither a line of text nor a list of choices."""
    kind = type(field.field.widget)
    if kind not in (forms.TextInput, forms.Select) or field.help_text:
        return as_crispy_field(field)
    errors = format_html_join("", ERROR, ((field.id_for_label, n, error) for n, error in enumerate(field.errors, 1)))
    return format_html(
        FIELD,
        id=field.id_for_label,
        bad=" govuk-form-group--error" if errors else "",
        label=field.label,
        errors=errors,
        control=text_drawn(field) if kind is forms.TextInput else list_drawn(field),
    )


def text_drawn(field: BoundField) -> SafeString:
    value = field.value()
    written = {} if value in (None, "") else {"value": str(value)}
    return format_html("<input{}>", flatatt({"type": "text"} | written | attributes(field, ONE_LINE)))


def list_drawn(field: BoundField) -> SafeString:
    value = field.value()
    # Not tuple(choices): it would ask how many there are first, which is a query of its own.
    choices = tuple(one for one in field.field.widget.choices)
    options = drawn(choices, "" if value is None else str(value))
    return format_html("<select{}>{}</select>", flatatt(attributes(field, LIST)), options)


def attributes(field: BoundField, look: str) -> dict[str, str | bool]:
    """Those of the control: its own, its name and id, its look, and where its error stands."""
    found = field.build_widget_attrs(field.field.widget.attrs) | {"name": field.html_name, "id": field.id_for_label}
    if not field.errors:
        return found | {"class": look}
    described = {"aria-describedby": f"{field.id_for_label}_1_error", "aria-invalid": "true"}
    return found | described | {"class": f"{look} govuk-input--error"}
