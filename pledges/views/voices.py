"""What was heard: to read, to write down, and to take further step by step."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, ListView

from corpparent.remembered import choice_of
from corpparent.rules import why_not
from pledges import services
from pledges.facts import voices as facts
from pledges.filters import VoiceFilter
from pledges.forms.voice_steps import DecideForm, LookForm, TellForm
from pledges.forms.voices import ChallengeForm, VoiceForm
from pledges.models import PledgeSettings, Voice
from pledges.rules import voices as rules
from pledges.showing import voices as showing
from pledges.views.pressing import press, version_seen

PEOPLE = ("body", "looked_at_by", "recorded_by", "published_by")


class VoiceList(ListView):
    template_name = "pledges/voice_list.html"
    paginate_by = 50

    def get_queryset(self):
        rules.check_can_see_voices(self.request.standing)
        self.filter = VoiceFilter(self.request.GET, facts.all_heard())
        return facts.as_rows(self.filter.qs)

    def get_paginator(self, *args, **kwargs):
        self.counts = facts.counts(self.filter.qs, choice_of(self.filter.form), timezone.localdate())
        paginator = super().get_paginator(*args, **kwargs)
        paginator.count = self.counts.number
        return paginator

    def get_context_data(self, **kwargs):
        context, who = super().get_context_data(**kwargs), self.request.standing
        today = timezone.localdate()
        return context | {
            "rows": [showing.row_of(voice, today) for voice in facts.rows_of(context["page_obj"])],
            "filter": self.filter,
            "is_filtered": any(self.request.GET.get(name) for name in self.filter.filters),
            "late": self.counts.late,
            "why_not_record": why_not(rules.check_can_record_voice, who),
            "why_not_challenge": why_not(rules.check_can_record_challenge, who),
        }


class VoiceDetail(DetailView):
    template_name = "pledges/voice_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "voice"

    def get_queryset(self):
        rules.check_can_see_voices(self.request.standing)
        return Voice.objects.select_related(*PEOPLE)

    def get_context_data(self, **kwargs):
        voice, who, today = self.object, self.request.standing, timezone.localdate()
        tell_by = facts.tell_back_by(voice.decided_on, PledgeSettings.current()) if voice.decided_on else None
        return super().get_context_data(**kwargs) | {
            "who": f"{showing.who_said(voice)}, {showing.day(voice.heard_on)}",
            "tag": showing.tag_of(voice, today),
            "is_quoted": voice.words == Voice.Words.APPROVED,
            "steps": showing.steps_of(voice, tell_by),
            "facts": showing.facts_of(voice),
            "next": next_step(voice),
            "why_not_further": why_not(rules.check_can_take_further, who, voice),
            "why_not_change": why_not(rules.check_can_change_voice, who, voice),
            "why_not_publish": why_not(rules.check_can_publish_voice, who, voice, facts.writers_of(voice)),
            "why_not_hide": why_not(rules.check_can_hide_voice, who, voice),
        }


def next_step(voice: Voice) -> list[tuple[str, str]]:
    """(label, address) of what can be done with it now, the first as a button."""
    look = ("Say who looks at it", reverse("pledges:voice-look", args=[voice.public_id]))
    decide = ("Say what came of it", reverse("pledges:voice-decide", args=[voice.public_id]))
    if voice.status == Voice.Status.HEARD:
        return [("Answer this", decide[1]), look] if voice.body else [look]
    if voice.status == Voice.Status.LOOKED_AT:
        return [decide, ("Give it to somebody else", look[1])]
    if voice.status == Voice.Status.TOLD_BACK:
        return []
    return [("Say how children were told", reverse("pledges:voice-tell", args=[voice.public_id]))]


class VoiceForms(FormView):
    """A form whose `save(by=)` is one service call; a refused one is shown again with everything that was typed."""

    done = ""
    template_name = "pledges/voice_form.html"

    @cached_property
    def voice(self) -> Voice | None:
        return None

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"voice": self.voice}

    def form_valid(self, form):
        saved = form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("pledges:voice-detail", saved.public_id)


class VoiceCreate(VoiceForms):
    form_class = VoiceForm
    extra_context = {"heading": "What did you hear?", "lead": "What was said, for the group. Never who said it."}
    done = "It is written down. Say who looks at it, so that something comes of it."

    def get_form_kwargs(self):
        rules.check_can_record_voice(self.request.standing)
        return super().get_form_kwargs() | {"who": self.request.standing}


class ChallengeCreate(VoiceForms):
    form_class = ChallengeForm
    extra_context = {
        "heading": "What does the children’s council ask?",
        "lead": "A body of the council must answer by a day.",
    }
    done = "The challenge is put to them. The body and democratic services get a note."

    def get_form_kwargs(self):
        rules.check_can_record_challenge(self.request.standing)
        return super().get_form_kwargs()


class OfOneVoice(VoiceForms):
    """A form about the voice in the address; `check(who, voice)` says who may open it."""

    check = staticmethod(rules.check_can_take_further)

    @cached_property
    def voice(self) -> Voice:
        return get_object_or_404(Voice.objects.select_related(*PEOPLE), public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        self.check(self.request.standing, self.voice)
        return super().get_form_kwargs() | {"voice": self.voice}


class VoiceUpdate(OfOneVoice):
    form_class = VoiceForm
    check = staticmethod(rules.check_can_change_voice)
    extra_context = {"heading": "Correct what was written", "lead": "Before everybody can read it."}
    done = "The correction is kept."

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"who": self.request.standing}


class VoiceLook(OfOneVoice):
    form_class = LookForm
    check = staticmethod(rules.check_can_look_at)
    extra_context = {"heading": "Who looks at this?", "lead": "Somebody who can change it, or say why not."}
    done = "It is being looked at."


class VoiceDecide(OfOneVoice):
    form_class = DecideForm
    check = staticmethod(rules.check_can_decide)
    extra_context = {"heading": "What came of this?", "lead": "No is an answer too, with the reason."}
    done = "What came of it is written down. Now children are told."


class VoiceTell(OfOneVoice):
    form_class = TellForm
    check = staticmethod(rules.check_can_tell_back)
    extra_context = {"heading": "How were children told?", "lead": "Where they are, and in words they use."}
    done = "They were told. This is done."


@require_POST
def voice_publish(request, public_id):
    voice = get_object_or_404(Voice, public_id=public_id)
    given = {"voice": voice, "by": request.user, "at": timezone.now(), "version": version_seen(request)}
    press(
        request,
        lambda: services.publish_voice(**given),
        "Published. Everybody can read it in “You said, we did”.",
    )
    return redirect("pledges:voice-detail", public_id)


@require_POST
def voice_hide(request, public_id):
    voice = get_object_or_404(Voice, public_id=public_id)
    services.hide_voice(voice=voice, by=request.user, at=timezone.now())
    messages.info(request, "It no longer stands in “You said, we did”.")
    return redirect("pledges:voice-detail", public_id)
