"""How a rule says no."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied


class NotAllowed(PermissionDenied):
    """A rule said no. The message is the reason, in words the reader of the page can use."""


def why_not(check: Callable[..., None], *args: object) -> str:
    """Return the reason `check(*args)` refuses, or "" when it does not."""
    try:
        check(*args)
    except NotAllowed as no:
        return str(no)
    return ""
