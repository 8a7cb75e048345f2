"""What a sign-in is worth on each request: until when it lasts, what it was proved with, what the person may see."""

import time
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from members import rules
from members.getting_in import clock
from members.getting_in.accounts import has_second_factor
from members.getting_in.typed import words_of
from members.standing import STRANGER, Standing

View = Callable[[HttpRequest], HttpResponse]

# Reachable by anyone who can sign in, appointed or not: their own account.
ACCOUNT_PAGES = "/account/"
SIGNED_OUT = "You are not signed in any more: you signed out somewhere else, or your sign-in was ended."
NEEDS_MORE = "Before you go on: your role needs a passkey, or codes from an app, beside the password."


def is_open(view: Callable) -> bool:
    """Whether strangers may see the page."""
    return not getattr(view, "login_required", True)


class ClockMiddleware:
    """Ends a sign-in whose time is over, and says why on the next page. Needs request.user; stands before the pages'
    own check that somebody is signed in.
    """

    sync_capable, async_capable = True, False

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.why_signed_out, request.signed_in = "", None  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            self.look(request)
        return self.get_response(request)

    def look(self, request: HttpRequest) -> None:
        now = time.time()
        why = clock.why_over(request.session, now)
        if why:
            logout(request)
            request.why_signed_out = why  # type: ignore[attr-defined]
            return
        clock.go_on(request.session, request.user, now)  # type: ignore[arg-type]
        request.signed_in = clock.signed_in(request.session, now)  # type: ignore[attr-defined]

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        """Say why, and give back words that were sent after the time was over: nothing typed is lost."""
        why = request.why_signed_out  # type: ignore[attr-defined]
        if request.method == "POST" and not is_open(view) and not request.user.is_authenticated:
            typed = words_of(request.POST)
            # Signed out in another tab, or everywhere: without words there is nothing to give back.
            if why or typed:
                context = {"why": why or SIGNED_OUT, "typed": typed}
                return render(request, "account/away.html", context, status=403)
        if why:
            messages.info(request, why)
        return None


class StandingMiddleware:
    """Puts `request.standing` on every request, and closes members' pages to those whose appointments have ended."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.lacks_second_factor = False  # type: ignore[attr-defined]
        request.standing = SimpleLazyObject(lambda: standing_of(request))  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        """Raise NotAllowed on a members' page for someone without a current appointment; send whoever must still
        prove more to where that is done.
        """
        is_home = request.resolver_match is not None and request.resolver_match.view_name == "home"
        if request.path_info.startswith(ACCOUNT_PAGES) or (is_open(view) and not is_home):
            return None
        is_member = request.standing.is_member  # type: ignore[attr-defined]
        if request.lacks_second_factor:  # type: ignore[attr-defined]
            messages.warning(request, NEEDS_MORE)
            return redirect("mfa_index")
        if not is_member and not is_home:
            rules.check_can_enter(request.standing)  # type: ignore[attr-defined]
        return None


def standing_of(request: HttpRequest) -> Standing:
    """Standing today, in the council's own time zone. One query; none for a stranger.

    Whoever must prove more than a password, and has not yet, has the standing of a stranger on every page.
    """
    if not request.user.is_authenticated:
        return STRANGER
    who = request.user.standing_on(localdate())
    if rules.needs_second_factor(who) and not has_second_factor(request):
        request.lacks_second_factor = True  # type: ignore[attr-defined]
        return STRANGER
    return who
