"""Readings: drafts and what was published, who is asked to read and who has."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, ListView

from corpparent.rules import why_not
from corpparent.words import day
from members import rules, services
from members.facts import library
from members.forms.readings import ReadingForm
from members.models import Reading
from members.services.asking import BATCH
from members.showing import library as showing
from members.views.courses import KeepersOnly
from members.views.keeping import KeepingForm

Status = Reading.Status


def readings_for(who):
    """Drafts are for those who keep the library."""
    if why_not(rules.check_can_keep_learning, who):
        return Reading.objects.exclude(status=Status.DRAFT)
    return Reading.objects.all()


class ReadingList(KeepersOnly, ListView):
    """Everything in the library, drafts and withdrawn too, and how many have read it."""

    template_name = "members/reading_list.html"
    paginate_by = 50

    def get_queryset(self):
        read = Count("acknowledgements", filter=Q(acknowledgements__read_at__isnull=False))
        return Reading.objects.annotate(asked=Count("acknowledgements"), read=read).order_by("-pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = [showing.of_kept(reading, reading.asked, reading.read) for reading in context["page_obj"]]
        return context | {"rows": rows}


class ReadingDetail(DetailView):
    template_name = "members/reading_detail.html"
    slug_field = slug_url_kwarg = "public_id"

    def get_queryset(self):
        return readings_for(self.request.standing)

    def get_context_data(self, **kwargs):
        reading, who = self.object, self.request.standing
        asked = reading.acknowledgements.filter(person=who.person_id).first()
        return super().get_context_data(**kwargs) | {
            "facts": showing.facts_of(reading),
            "link": showing.link_of(reading),
            "tone": showing.STATUS_TONES[Status(reading.status)] if reading.status != Status.PUBLISHED else "",
            "tag": reading.get_status_display() if reading.status != Status.PUBLISHED else "",
            "waits": f"{asked.due_on:%-d %B %Y}" if self.is_waiting(asked) else "",
            "read": day(asked.read_at) if asked and asked.read_at else "",
            "why_not_keep": why_not(rules.check_can_keep_learning, who),
            "is_draft": reading.status == Status.DRAFT,
            "is_published": reading.status == Status.PUBLISHED,
        }

    def is_waiting(self, asked):
        return asked is not None and not asked.read_at and self.object.status == Status.PUBLISHED


class ReadingReaders(KeepersOnly, ListView):
    """Who was asked to read one thing, and who has."""

    template_name = "members/reading_readers.html"
    paginate_by = 50

    def get_queryset(self):
        self.reading = get_object_or_404(Reading, public_id=self.kwargs["public_id"])
        return library.readers_of(self.reading)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        today = timezone.localdate()
        read = self.reading.acknowledgements.exclude(read_at=None).count()
        return context | {
            "reading": self.reading,
            "heading": f"{read} of {context['paginator'].count} have read it",
            "rows": [showing.of_reader(row, today) for row in context["page_obj"]],
        }


class ReadingCreate(KeepersOnly, KeepingForm):
    form_class = ReadingForm
    template_name = "members/reading_form.html"
    extra_context = {"heading": "Add to the library", "reading": None}
    done = "The draft is kept. Nobody else sees it until it is published."

    def get_success_url(self):
        return reverse("members:reading-list")


class ReadingUpdate(KeepersOnly, KeepingForm):
    form_class = ReadingForm
    template_name = "members/reading_form.html"
    done = "The draft is kept."

    def get_form_kwargs(self):
        self.reading = get_object_or_404(Reading, public_id=self.kwargs["public_id"])
        rules.check_can_change_reading(self.reading)
        return super().get_form_kwargs() | {"instance": self.reading}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"heading": "Change this draft", "reading": self.reading}

    def get_success_url(self):
        return reverse("members:reading-detail", args=[self.kwargs["public_id"]])


class ReadingConfirm(KeepersOnly, DetailView):
    """Asked before a draft is published, or what was published is withdrawn."""

    template_name = "members/reading_confirm.html"
    slug_field = slug_url_kwarg = "public_id"

    def get_queryset(self):
        return Reading.objects.exclude(status=Status.WITHDRAWN)

    def get_context_data(self, **kwargs):
        reading = self.object
        is_draft = reading.status == Status.DRAFT
        return super().get_context_data(**kwargs) | {
            "is_draft": is_draft,
            "people": library.people_to_ask(reading, timezone.localdate()).count() if is_draft else 0,
            "at_once": BATCH,
            "unread": reading.acknowledgements.filter(read_at=None).count(),
            "for_whom": showing.for_whom(reading),
        }


@require_POST
def reading_publish(request, public_id):
    rules.check_can_keep_learning(request.standing)
    reading = get_object_or_404(Reading, public_id=public_id)
    services.publish_reading(reading=reading, by=request.user, at=timezone.now())
    messages.success(request, "It is published and stands in the library.")
    return redirect("members:reading-detail", public_id)


@require_POST
def reading_withdraw(request, public_id):
    rules.check_can_keep_learning(request.standing)
    reading = get_object_or_404(Reading, public_id=public_id)
    services.withdraw_reading(reading=reading, by=request.user, at=timezone.now())
    messages.info(request, "It is withdrawn, and nobody is asked to read it any more.")
    return redirect("members:reading-detail", public_id)


@require_POST
def reading_acknowledge(request, public_id):
    reading = get_object_or_404(readings_for(request.standing), public_id=public_id)
    services.acknowledge(reading=reading, by=request.user, at=timezone.now())
    messages.success(request, "Thank you. The record says that you have read it.")
    return redirect("members:learning-list")
