"""What somebody should learn and read, and has: and the library."""

from django.utils import timezone
from django.views.generic import ListView

from corpparent.rules import why_not
from corpparent.words import in_words
from members import rules
from members.facts import learning, library
from members.filters import LibraryFilter
from members.models import Reading
from members.showing import learning as showing
from members.showing import library as shelf


class LearningList(ListView):
    """What waits for me first, then the library, then what I hold."""

    template_name = "members/learning_list.html"
    paginate_by = 50

    def get_queryset(self):
        published = Reading.objects.filter(status=Reading.Status.PUBLISHED)
        self.filter = LibraryFilter(self.request.GET, published)
        return self.filter.qs

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        who, now = self.request.standing, timezone.now()
        today = timezone.localdate(now)
        held = learning.held_by_person(who.person_id)
        waiting = [shelf.of_asked(asked, today) for asked in library.asked_of(who.person_id)]
        waiting += [showing.of_expected(one, today) for one in learning.expected_of(who, now, held)]
        return context | {
            "heading": heading(len(waiting)),
            "waiting": waiting,
            "coming": [showing.of_coming(session) for session in learning.coming_for(who, now)],
            "held": [showing.of_held(one, today) for one in held],
            "rows": [shelf.of_reading(reading) for reading in context["page_obj"]],
            "filter": self.filter,
            "is_filtered": any(self.request.GET.get(name) for name in self.filter.filters),
            "why_not_keep": why_not(rules.check_can_keep_learning, who),
        }


def heading(waiting: int) -> str:
    """What is so: "Two things to learn or read"."""
    if not waiting:
        return "Nothing waits to be learned or read"
    return f"{in_words(waiting).capitalize()} thing{'s' * (waiting != 1)} to learn or read"
