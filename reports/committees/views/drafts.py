"""Keeping papers: added to an item, changed while they are drafts, replaced and withdrawn once they are published."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView

from corpparent import uploads
from corpparent.rules import why_not
from pledges.views.pressing import press, version_seen
from reports.committees import services
from reports.committees.forms import deeds
from reports.committees.forms import papers as forms
from reports.committees.forms.own_papers import OwnPaperForm
from reports.committees.models import AgendaItem, BackgroundPaper, Paper
from reports.committees.rules import papers as rules
from reports.committees.showing import papers as showing
from reports.committees.views.papers import visible_paper


def kept_paper(request: Any, public_id: Any) -> Paper:
    """The paper, for who keeps papers. Raises Http404, NotAllowed."""
    rules.check_can_keep(request.standing)
    return visible_paper(request, public_id)


class KeepingForm(FormView):
    """A form of who keeps papers. A body over the limit is told so with a status that says it, too."""

    template_name = "committees/paper_form.html"
    heading = lead = done = ""
    has_file = False

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_keep(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        more = {"refusal": uploads.too_large(self.request)} if self.has_file else {}
        return super().get_form_kwargs() | more

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "heading": self.heading,
            "lead": self.lead,
            "back": self.get_back(),
            "other": self.get_other(),
        }

    def form_valid(self, form):
        saved = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        for note in form.document.notes if getattr(form, "document", None) else []:
            messages.warning(self.request, note)
        return redirect(self.get_next(saved))

    def form_invalid(self, form):
        answer = super().form_invalid(form)
        if self.has_file and uploads.too_large(self.request):
            answer.status_code = 413
        return answer

    def get_next(self, saved):
        return saved

    def get_other(self):
        """Another way to the same, as `url` and `label`; None without one."""
        return


class OfItem(KeepingForm):
    """A form about a new paper of the item in the address."""

    @cached_property
    def item(self) -> AgendaItem:
        found = AgendaItem.objects.visible_to(self.request.standing).select_related("meeting__body")
        return get_object_or_404(found, public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"item": self.item}

    def get_back(self):
        return showing.link_to_item(self.item)

    def get_context_data(self, **kwargs):
        lead = f"To item {self.item.number}, {self.item.title}."
        return super().get_context_data(**kwargs) | {"lead": lead}


class PaperCreate(OfItem):
    """A paper that is sent in; with `?part_of=<uuid>` an appendix of one of the item's papers."""

    form_class = forms.PaperAddForm
    heading, done = "Add a paper", "The paper is added."
    has_file = True

    @cached_property
    def part_of(self) -> Paper | None:
        wanted = self.request.GET.get("part_of", "")
        if not wanted:
            return None
        for paper in self.item.papers.all():
            if str(paper.public_id) == wanted:
                return paper
        raise Http404

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"part_of": self.part_of}

    def get_other(self):
        if self.part_of:
            return None
        url = reverse("committees:paper-make", args=[self.item.public_id])
        return {"url": url, "label": "Or add one that the portal writes itself"}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.part_of:
            return context | {"heading": "Add an appendix", "lead": f"To “{self.part_of.title}”."}
        return context


class PaperMake(OfItem):
    """A paper of an item that the portal writes itself."""

    form_class = OwnPaperForm
    heading, done = "Add a paper of the portal’s own", "The paper is made and added."

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"who": self.request.standing}

    def get_other(self):
        url = reverse("committees:paper-create", args=[self.item.public_id])
        return {"url": url, "label": "Or send one in as PDF"}


class OfPaper(KeepingForm):
    """A form about the paper in the address."""

    @cached_property
    def paper(self) -> Paper:
        return visible_paper(self.request, self.kwargs["public_id"])

    def get_form_kwargs(self):
        self.check(self.paper)
        return super().get_form_kwargs() | {"paper": self.paper}

    def check(self, paper: Paper) -> None:
        rules.check_can_change(paper)

    def get_back(self):
        return {"url": self.paper.get_absolute_url(), "label": self.paper.title}


class PaperUpdate(OfPaper):
    form_class = forms.PaperChangeForm
    heading, done = "Change this paper", "The paper is kept as you wrote it."

    def get_initial(self):
        return forms.shown(self.paper)


class PaperFile(OfPaper):
    form_class = deeds.PaperFileForm
    heading, done = "Give it a file", "The file is kept. Whoever cleared the paper before is asked again."
    has_file = True


class PaperReplace(OfPaper):
    form_class = deeds.PaperReplaceForm
    heading, done = "Replace this paper", "The new version waits to be published. Until then the old one stands."
    has_file = True

    def check(self, paper):
        rules.check_can_replace(paper)


class PaperSplit(OfPaper):
    form_class = deeds.PaperSplitForm
    heading, done = "Split it in two", "The open part is added, and the exempt one is its appendix."
    lead = "The public reads the open part. What is exempt stays in this paper, which becomes its appendix."
    has_file = True

    def check(self, paper):
        rules.check_can_split(paper)


class PaperWithdraw(OfPaper):
    form_class = deeds.PaperWithdrawForm
    heading, done = "Withdraw this paper", "The paper is withdrawn. It stays readable, with the reason beside it."

    def check(self, paper):
        rules.check_can_withdraw(paper)


class PaperBackground(OfPaper):
    """The background papers of an open paper, and one more."""

    form_class = deeds.BackgroundForm
    template_name = "committees/paper_background.html"
    heading, done = "Background papers", "It is listed."
    lead = "What this paper relied on to a material extent. Published works are not listed."

    def check(self, paper):
        rules.check_can_list_background(paper)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"rows": list(self.paper.background.all())}

    def get_next(self, saved):
        return self.request.path


@require_POST
def background_remove(request, public_id):
    rules.check_can_keep(request.standing)
    seen = Paper.objects.visible_to(request.standing)
    row = get_object_or_404(BackgroundPaper.objects.filter(paper__in=seen).select_related("paper"), public_id=public_id)
    press(
        request,
        lambda: services.remove_background(row=row, by=request.user, at=timezone.now()),
        "It is taken off the list.",
    )
    return redirect("committees:paper-background", row.paper.public_id)


@require_POST
def paper_move(request, public_id):
    paper = kept_paper(request, public_id)
    is_up, version = request.POST.get("to") == "up", version_seen(request)
    press(
        request,
        lambda: services.move_paper(paper=paper, is_up=is_up, version=version, by=request.user, at=timezone.now()),
        "The paper is moved.",
    )
    return redirect(paper)


class PaperConfirm(DetailView):
    """Asked before a draft is removed with its file."""

    template_name = "committees/paper_confirm_remove.html"
    context_object_name = "paper"

    def get_object(self, queryset=None):
        return kept_paper(self.request, self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"why_not": why_not(rules.check_can_change, self.object)}


@require_POST
def paper_remove(request, public_id):
    paper, version = kept_paper(request, public_id), version_seen(request)
    press(
        request,
        lambda: services.remove_paper(paper=paper, version=version, by=request.user, at=timezone.now()),
        "The paper is removed.",
    )
    return redirect(paper if Paper.objects.filter(pk=paper.pk).exists() else paper.item.meeting)
