from functools import lru_cache

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SELECTED = {True: SafeString(" selected"), False: ""}


class Select(forms.Select):
    """A select of many: its options are written in one go, where Django renders a template for each.

    Its name is the same, since the GOV.UK template pack knows widgets by the names of their classes.
    """

    def render(self, name, value, attrs=None, renderer=None):
        options = drawn(tuple(self.choices), "" if value is None else str(value))
        return format_html(
            "<select{}>{}</select>", flatatt(self.build_attrs(self.attrs, attrs) | {"name": name}), options
        )


@lru_cache(maxsize=128)
def drawn(choices: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    """The options as HTML. Remembered by their very words: roles and bodies change rarely."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((code, SELECTED[str(code) == chosen], label) for code, label in choices),
    )
