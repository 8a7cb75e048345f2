"""Bodies: the list, a body's page, its terms of reference, and the verbs of those who keep them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST
from django.views.generic import DetailView
from django_filters.views import FilterView

from corpparent.rules import why_not
from members import rules, services
from members.facts import bodies as facts
from members.filters import BodyFilter
from members.forms.bodies import BodyForm, CloseBodyForm, TermsForm
from members.models import Body, TermsOfReference
from members.views.keeping import KeepingForm


class BodyList(FilterView):
    """Every body, for everybody with an appointment."""

    template_name = "members/body_list.html"
    filterset_class = BodyFilter
    queryset = Body.objects.order_by("-is_corporate_parenting", "name", "pk")
    paginate_by = 50
    strict = False

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": facts.rows_of(context["page_obj"].object_list, localdate()),
            "is_filtered": any(self.request.GET.get(name) for name in ("kind", "regime", "when")),
            "why_not_keep": why_not(rules.check_can_keep_bodies, self.request.standing),
        }


class BodyDetail(DetailView):
    template_name = "members/body_detail.html"
    queryset = Body.objects.select_related("reports_to")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "page": facts.page_of(self.object, localdate()),
            "why_not_keep": why_not(rules.check_can_keep_bodies, self.request.standing),
        }


class TermsDetail(DetailView):
    """One version as it was adopted: old ones stay readable, and each prints as it stands."""

    template_name = "members/terms_detail.html"
    context_object_name = "terms"

    def get_object(self, queryset=None):
        found = TermsOfReference.objects.select_related("body", "entered_by")
        return get_object_or_404(found, body__slug=self.kwargs["slug"], number=self.kwargs["number"])

    def get_context_data(self, **kwargs):
        newer = TermsOfReference.objects.filter(body=self.object.body, number__gt=self.object.number)
        row = facts.terms_of(self.object, localdate(), is_newest=not newer.exists())
        return super().get_context_data(**kwargs) | {"row": row, "body": self.object.body}


class KeeperForm(KeepingForm):
    """A form of those who keep the bodies; of the body in the address, where there is one."""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_keep_bodies(request.standing)
        self.body = get_object_or_404(Body, slug=kwargs["slug"]) if "slug" in kwargs else None
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"body": self.body}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"body": self.body}

    def get_success_url(self):
        return reverse("members:body-detail", args=[(self.body or self.saved).slug])


class BodyCreate(KeeperForm):
    form_class = BodyForm
    template_name = "members/body_form.html"
    done = "The body is added."


class BodyUpdate(KeeperForm):
    form_class = BodyForm
    template_name = "members/body_form.html"
    done = "Changes kept."

    def get_initial(self):
        names = [name for name in BodyForm.base_fields if name != "reports_to"]
        body = get_object_or_404(Body.objects.select_related("reports_to"), slug=self.kwargs["slug"])
        return {name: getattr(body, name) for name in names} | {"reports_to": body.reports_to and body.reports_to.slug}


class BodyClose(KeeperForm):
    form_class = CloseBodyForm
    template_name = "members/body_close.html"
    done = "The last day is written down."


@require_POST
def body_open(request, slug):
    rules.check_can_keep_bodies(request.standing)
    body = services.open_body(body=get_object_or_404(Body, slug=slug), by=request.user, at=timezone.now())
    messages.success(request, f"{body.name} goes on: its last day is taken back.")
    return redirect("members:body-detail", body.slug)


class TermsCreate(KeeperForm):
    form_class = TermsForm
    template_name = "members/terms_form.html"
    done = "The terms are kept as the newest version."
