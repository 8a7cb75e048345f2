"""The start page, and the pages every site has."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from corpparent.rules import why_not
from corpparent.words import in_words
from members import rules
from members.facts import learning
from members.needs import needs_of
from members.showing.learning import of_coming
from members.waiting import duties


@method_decorator(login_not_required, name="dispatch")
class Home(TemplateView):
    """“Three things need you.” for members; for everybody else the public front page."""

    def get_template_names(self):
        return ["members/home.html" if self.request.user.is_authenticated else "pages/front.html"]

    def get_context_data(self, **kwargs):
        now = timezone.localtime()
        who = self.request.standing
        lines = duties.lines_for(who)
        needs = needs_of(who, duties.needs(who, lines))
        return super().get_context_data(**kwargs) | {
            "today": now.date(),
            "greeting": greeting(now.hour),
            "needs": needs,
            "heading": heading(len(needs)),
            "duties": duties.rows(who, lines),
            "duties_met": duties.summary(lines),
            "coming": [of_coming(one) for one in learning.coming_for(who, now)] if lines else [],
            "why_not_enter": why_not(rules.check_can_enter, who),
        }


def greeting(hour: int) -> str:
    """Words for the hour, 0 to 23, in the council's time zone."""
    if hour < 12:
        return "Good morning"
    return "Good afternoon" if hour < 18 else "Good evening"


def heading(needs: int) -> str:
    """What is so, in words: "Three things need you."."""
    if not needs:
        return "Nothing needs you now."
    number = in_words(needs).capitalize()
    return f"{number} thing needs you." if needs == 1 else f"{number} things need you."


@method_decorator(login_not_required, name="dispatch")
class Help(TemplateView):
    template_name = "pages/help.html"


@method_decorator(login_not_required, name="dispatch")
class Privacy(TemplateView):
    template_name = "pages/privacy.html"


@method_decorator(login_not_required, name="dispatch")
class Cookies(TemplateView):
    template_name = "pages/cookies.html"


@method_decorator(login_not_required, name="dispatch")
class Accessibility(TemplateView):
    template_name = "pages/accessibility.html"
    extra_context = {
        "accessibility_tested_on": date(2026, 11, 22),
        "accessibility_review_on": date(2027, 11, 22),
    }
