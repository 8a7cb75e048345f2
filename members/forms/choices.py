"""Radio buttons as large boxes, for forms that are filled in on a phone with one hand."""

from crispy_forms_gds.layout import Field, Size


def big_choices(name: str) -> Field:
    """The field `name` in a crispy layout; drawn by .app-big-choices in static/css/choices.css."""
    return Field(name, context={"legend_size": Size.for_legend(Size.SMALL), "wrapper_class": "app-big-choices"})
