"""“This is not good enough”: saying so, the list of what waits, and the answer."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.generic import DetailView, FormView, ListView

from corpparent.rules import why_not
from pledges.facts import shortfalls as facts
from pledges.facts.actions import visible_to
from pledges.forms.shortfalls import ActForm, RaiseForm, SettleForm
from pledges.rules import shortfalls as rules
from pledges.showing import shortfalls as showing


class ShortfallList(ListView):
    """What nobody has answered comes first."""

    template_name = "pledges/shortfall_list.html"
    paginate_by = 50

    def get_queryset(self):
        rules.check_can_see_shortfalls(self.request.standing)
        return facts.all_shortfalls()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": [showing.row(one) for one in context["page_obj"]],
            "waiting": facts.open_shortfalls().count(),
        }


class ShortfallDetail(DetailView):
    template_name = "pledges/shortfall_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "shortfall"

    def get_queryset(self):
        rules.check_can_see_shortfalls(self.request.standing)
        return facts.all_shortfalls()

    def get_context_data(self, **kwargs):
        tone, tag = showing.standing(self.object)
        thing = facts.thing_of(f"{self.object.source_kind}:{self.object.source_id}")
        return super().get_context_data(**kwargs) | {
            "tone": tone,
            "tag": tag,
            "said": showing.said(self.object),
            "settled": showing.settled(self.object),
            "thing_url": thing.url if thing else "",
            "sees_action": visible_to(self.request.standing).filter(pk=self.object.action_id).exists(),
            "why_not_settle": why_not(rules.check_can_settle_shortfall, self.request.standing, self.object),
        }


class ShortfallCreate(FormView):
    """Of the thing in the address: `?about=promise:<uuid>`. Where there is none, the page says where to begin."""

    form_class = RaiseForm
    template_name = "pledges/shortfall_form.html"

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_raise_shortfall(request.standing)
        self.thing = facts.thing_of(request.GET.get("about", ""))
        is_asked = request.method in ("GET", "HEAD", "POST")
        if self.thing is None and is_asked:
            return render(request, "pledges/shortfall_nowhere.html")
        return super().dispatch(request, *args, **kwargs)

    def put(self, *args, **kwargs):
        """A form is sent by POST."""
        return self.http_method_not_allowed(self.request)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"thing": self.thing}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"thing": self.thing}

    def form_valid(self, form):
        shortfall = form.save(by=self.request.user)
        if shortfall is None:
            return self.form_invalid(form)
        messages.success(self.request, "Said. Somebody else answers it, by an action or a reason, and you are told.")
        return redirect("pledges:shortfall-detail", shortfall.public_id)


class Settling(FormView):
    """Who may say what comes of the shortfall in the address, and the form for it."""

    done = ""

    def get_form_kwargs(self):
        rules.check_can_see_shortfalls(self.request.standing)
        self.shortfall = get_object_or_404(facts.all_shortfalls(), public_id=self.kwargs["public_id"])
        rules.check_can_settle_shortfall(self.request.standing, self.shortfall)
        return super().get_form_kwargs() | {"shortfall": self.shortfall}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"shortfall": self.shortfall, "said": showing.said(self.shortfall)}

    def form_valid(self, form):
        if form.save(by=self.request.user) is None:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("pledges:shortfall-detail", self.shortfall.public_id)


class ShortfallAct(Settling):
    """By a new action."""

    form_class = ActForm
    template_name = "pledges/shortfall_act.html"
    done = "The action is raised. Whoever does it gets a note, and whoever said this is told."


class ShortfallSettle(Settling):
    """By an action that there is, or by a reason."""

    form_class = SettleForm
    template_name = "pledges/shortfall_settle.html"
    done = "Settled. Whoever said it is told what came of it."

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"has_actions": facts.actions_for(self.shortfall).exists()}
