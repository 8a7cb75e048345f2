"""A member reads for a meeting: papers with their own marks, and private notes that are there for nobody else."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView

from reports.committees import services
from reports.committees.facts import reading as facts
from reports.committees.forms.reading import NoteForm, RemoveNoteForm
from reports.committees.models import Meeting, Note, Paper
from reports.committees.models.meeting import keeps_papers
from reports.committees.showing import reading as showing


class ReadingDetail(DetailView):
    template_name = "committees/reading_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "meeting"

    def get_queryset(self):
        return Meeting.objects.visible_to(self.request.standing).select_related("body")

    def get_context_data(self, **kwargs):
        meeting, who = self.object, self.request.standing
        pack, papers = facts.pack_for(meeting, who), facts.papers_for(meeting, who)
        rows = showing.rows_of(papers, facts.read_by(who.person_id, meeting), pack, who)
        return super().get_context_data(**kwargs) | {
            "rows": rows,
            "summed": showing.summed(rows),
            "pack": pack,
            "last_page": pack.first_page + pack.pages - 1 if pack else None,
            "notes": showing.notes_shown(facts.notes_of(who.person_id, meeting)),
            "prepares": keeps_papers(who),
        }


@require_POST
def paper_mark(request, public_id):
    """`is_read`: yes or no, so that a second press changes nothing."""
    papers = Paper.objects.visible_to(request.standing).published().select_related("item__meeting")
    paper = get_object_or_404(papers, public_id=public_id)
    is_read = request.POST.get("is_read") != "no"
    services.mark_read(paper=paper, is_read=is_read, by=request.user, at=timezone.now())
    return redirect(f"{reverse('committees:reading-detail', args=[paper.item.meeting.public_id])}#{paper.public_id}")


class NoteWriting(FormView):
    """A refused form is shown again with what was typed."""

    form_class: type[NoteForm] | type[RemoveNoteForm] = NoteForm
    template_name = "committees/note_form.html"
    heading, done = "Write a note", "Your note is kept. Only you see it."

    @cached_property
    def note(self):
        """None while it is a new one."""

    @cached_property
    def meeting(self) -> Meeting:
        seen = Meeting.objects.visible_to(self.request.standing)
        return get_object_or_404(seen.select_related("body"), public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting, "note": self.note}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "meeting": self.meeting,
            "note": self.note,
            "heading": self.heading,
        }

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("committees:reading-detail", self.meeting.public_id)


class NoteCreate(NoteWriting):
    """`?page=47`: the page that the reader has open."""

    def get_initial(self):
        page = self.request.GET.get("page", "")
        return {"page": page} if page.isascii() and page.isdigit() and len(page) < 5 else {}


class OfNote(NoteWriting):
    """The reader's own note; anybody else's is not there."""

    @cached_property
    def note(self):
        own = Note.objects.filter(person=self.request.standing.person_id).select_related("meeting__body")
        return get_object_or_404(own, public_id=self.kwargs["public_id"])

    @cached_property
    def meeting(self) -> Meeting:
        return self.note.meeting


class NoteUpdate(OfNote):
    heading, done = "Change your note", "Kept."

    def get_initial(self):
        return {"page": self.note.page, "text": self.note.text, "version": self.note.version}


class NoteRemove(OfNote):
    form_class = RemoveNoteForm
    http_method_names = ["get", "head", "post", "options"]  # a form without fields would take a PUT for a press
    heading, done = "Remove this note?", "The note is gone."
