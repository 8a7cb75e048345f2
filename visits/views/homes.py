"""Homes: the list, one of them, and the forms that write them down."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView

from corpparent.rules import why_not
from visits import services
from visits.facts import homes as facts
from visits.facts.inspections import latest_grades
from visits.filters import HomeFilter
from visits.forms.homes import CloseForm, HomeForm, PostForm, shown
from visits.models import Home, HomePost, VisitSettings
from visits.rules import homes as rules
from visits.rules.rota import check_can_see_rota
from visits.showing import homes as showing

NEWEST = 12  # of each kind of finding, on the page of a home


class HomeList(ListView):
    template_name = "visits/home_list.html"
    paginate_by = 50

    def get_queryset(self):
        rules.check_can_see_homes(self.request.standing)
        self.filter = HomeFilter(self.request.GET, facts.listed())
        return self.filter.qs

    def get_context_data(self, **kwargs):
        context, today, times = super().get_context_data(**kwargs), timezone.localdate(), VisitSettings.current()
        homes = list(context["page_obj"])
        graded = latest_grades([home.pk for home in homes], today)
        return context | {
            "rows": [showing.row(home, home.last_on, graded.get(home.pk), times, today) for home in homes],
            "filter": self.filter,
            "is_filtered": any(self.request.GET.get(name) for name in self.filter.filters),
            "why_not_write": why_not(rules.check_can_write_homes, self.request.standing),
        }


class HomeDetail(DetailView):
    template_name = "visits/home_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "home"

    def get_queryset(self):
        rules.check_can_see_homes(self.request.standing)
        return facts.listed()

    def get_context_data(self, **kwargs):
        home, who, today, times = self.object, self.request.standing, timezone.localdate(), VisitSettings.current()
        posts = facts.posts_of(home, today)
        return super().get_context_data(**kwargs) | {
            "tag": showing.standing(home, home.last_on, times, today),
            "facts": showing.facts_of(home, times, posts),
            "posts": posts,
            "inspections": [showing.inspection(one, today) for one in facts.inspections_of(home, who, today)[:NEWEST]],
            "independent_visits": [showing.independent_visit(one) for one in home.independent_visits.all()[:NEWEST]],
            "care_reviews": [showing.care_review(one) for one in home.care_reviews.all()[:NEWEST]],
            "slots": facts.slots_of(home),
            "can_see_rota": not why_not(check_can_see_rota, who),
            "visits": facts.visits_of(home, who),
            "is_closed": home.closed_on is not None,
            "can_write": not why_not(rules.check_can_write_homes, who),
        }


class Writing(FormView):
    """A refused form is shown again with what was typed. `home` is the one in the address; a new one has none."""

    template_name = "visits/home_form.html"
    heading = lead = done = ""
    home: Home | None = None

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_write_homes(request.standing)
        if "public_id" in kwargs:
            self.home = get_object_or_404(Home, public_id=kwargs["public_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"home": self.home}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"home": self.home, "heading": self.heading, "lead": self.lead}

    def form_valid(self, form):
        kept = form.save(by=self.request.user)
        if kept is None:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("visits:home-detail", (self.home or kept).public_id)


class HomeCreate(Writing):
    form_class = HomeForm
    heading = "Which home is it?"
    lead = "Everywhere it is its name here and its Ofsted number."
    done = "Kept. Say next who answers for it."


class HomeUpdate(Writing):
    form_class = HomeForm
    heading, done = "What has changed?", "Kept."
    home: Home

    def get_initial(self):
        return shown(self.home)


class HomeClose(Writing):
    """Asked for on a page of its own, because it cannot be taken back."""

    form_class = CloseForm
    heading = "Close this home?"
    lead = (
        "Visits that are wanted after its last day are cancelled, and whoever has a turn in one gets a note. What was "
        "found there stays readable. It cannot be taken back."
    )
    done = "Kept. The home is closed from then on."

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_write_homes(request.standing)
        rules.check_can_close(get_object_or_404(Home, public_id=kwargs["public_id"]))
        return super().dispatch(request, *args, **kwargs)


class HomePostCreate(Writing):
    form_class = PostForm
    heading = "Who answers for this home?"
    lead = "Its manager and its responsible individual see the reports of visits there, and answer them."
    done = "Kept. They see the reports of visits to this home, and answer them."


@require_POST
def home_post_remove(request, public_id):
    rules.check_can_write_homes(request.standing)
    post = get_object_or_404(HomePost.objects.select_related("home"), public_id=public_id)
    services.remove_from_home(post=post, by=request.user, at=timezone.now())
    messages.success(request, "Kept. They do not answer for this home any more.")
    return redirect("visits:home-detail", post.home.public_id)
