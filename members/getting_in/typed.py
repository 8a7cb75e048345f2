"""What somebody typed into a form that can no longer be taken: given back on a page, and kept nowhere."""

from django.http import QueryDict

NEVER = ("csrfmiddlewaretoken", "credential", "code")


def words_of(post: QueryDict) -> list[dict[str, str]]:
    """[{label, text}] of the fields that hold words, in the form's order; neither passwords nor codes, dates or ids."""
    fields = [(name, value) for name, values in post.lists() for value in values]
    return [
        {"label": name.replace("_", " ").capitalize(), "text": value}
        for name, value in fields
        if name not in NEVER and "password" not in name and " " in value.strip()
    ]
