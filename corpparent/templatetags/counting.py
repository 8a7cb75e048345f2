"""Counts in templates as people say them."""

from django import template

from corpparent.words import count

register = template.Library()


@register.filter
def counted(number: int, things: str) -> str:
    """A number and what it counts: `{{ 6|counted:"action" }}` is "six actions".

    `things`: the word for one; where the plural is more than an s, both: "body,bodies".
    """
    return count(number, *things.split(","))
