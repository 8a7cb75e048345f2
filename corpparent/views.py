"""Pages that belong to no app."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere: say so, and how to keep what was typed."""
    return render(request, "403_csrf.html", status=403)


@login_not_required
def favicon(request: HttpRequest) -> HttpResponse:
    """The mark, for browsers that ask for it by the old name."""
    return redirect(static("mark.svg"), permanent=True)
