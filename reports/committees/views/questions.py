"""Questions about items: asking, the lists, and the page of one with its answer. Members only."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import FormView, ListView

from corpparent.rules import NotAllowed, why_not
from reports.committees.facts import questions as facts
from reports.committees.forms import questions as forms
from reports.committees.models import AgendaItem, Question
from reports.committees.rules import questions as rules
from reports.committees.showing import questions as showing

LISTS = {"mine": "Mine to answer", "asked": "Asked by me", "bodies": "Of my bodies"}


class QuestionList(ListView):
    """Questions that wait for me, that I asked, or about items of my bodies."""

    template_name = "committees/question_list.html"
    paginate_by = 50

    def dispatch(self, request, *args, **kwargs):
        if not request.standing.is_member:
            raise NotAllowed("Only people with an appointment see questions.")
        return super().dispatch(request, *args, **kwargs)

    @property
    def which(self) -> str:
        asked = self.request.GET.get("of", "")
        return asked if asked in LISTS else "mine"

    def get_queryset(self):
        return facts.of(self.request.standing, self.which)

    def get_context_data(self, **kwargs):
        context, today = super().get_context_data(**kwargs), timezone.localdate()
        return context | {
            "rows": [showing.row_of(one, today) for one in context["page_obj"].object_list],
            "lists": [{"of": of, "label": label, "is_here": of == self.which} for of, label in LISTS.items()],
        }


class QuestionForm(FormView):
    """What a member fills in; what the service refuses is said at its field, and nothing is lost."""

    template_name = "committees/question_form.html"
    heading = lead = done = ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"heading": self.heading, "lead": self.lead}

    def form_valid(self, form):
        saved = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("committees:question-detail", saved.public_id)


class QuestionCreate(QuestionForm):
    form_class = forms.AskForm
    heading, done = "Ask a question", "Asked. You get a note when it is answered."

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_ask(request.standing, self.item)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def item(self) -> AgendaItem:
        found = facts.items_to_ask_about(self.request.standing).select_related("meeting__body")
        return get_object_or_404(found, public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"item": self.item}

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        others = facts.visible_to(self.request.standing).filter(item=self.item)[:50]
        return super().get_context_data(**kwargs) | {
            "item": self.item,
            "rows": [showing.row_of(one, today) for one in others],
        }


def visible_question(request: Any, public_id: Any) -> Question:
    """The question, or a 404 for whoever may not see its item."""
    return get_object_or_404(facts.visible_to(request.standing).select_related("answered_by"), public_id=public_id)


class OfQuestion(QuestionForm):
    """A deed to the question in the address."""

    @cached_property
    def question(self) -> Question:
        return visible_question(self.request, self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"question": self.question}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"question": self.question}


class QuestionDetail(OfQuestion):
    """A question with its answer, and for whoever was asked the form to give it."""

    template_name = "committees/question_detail.html"
    form_class = forms.AnswerForm
    http_method_names = ["get", "head", "post", "options"]  # whoever only reads it is told so of a PUT, too
    done = "Answered. Whoever asked gets a note."

    def get_context_data(self, **kwargs):
        question = self.question
        return super().get_context_data(**kwargs) | {
            "facts": showing.facts_of(question),
            "tag": showing.tag_of(question, timezone.localdate()),
            "may_answer": not why_not(rules.check_can_answer, self.request.standing, question),
        }

    def post(self, request, *args, **kwargs):
        if self.question.answered_by_id != request.user.pk:
            rules.check_can_answer(request.standing, self.question)
        return super().post(request, *args, **kwargs)


class QuestionHand(OfQuestion):
    form_class = forms.HandForm
    heading, done = "Hand this question to somebody else", "Handed on. They get a note."

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_answer(request.standing, self.question)
        return super().dispatch(request, *args, **kwargs)
