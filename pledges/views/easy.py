"""The easy-read form of a pledge: writing it, looking at it as children will, publishing it; and its drawings."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView, View

from corpparent.rules import why_not
from pledges import services
from pledges.facts import easy as facts
from pledges.forms.easy import DrawingForm, EasyReadForm
from pledges.models import Drawing, EasyRead, Pledge, Promise
from pledges.rules import easy as rules
from pledges.symbols import SYMBOLS
from pledges.views.pressing import press, version_seen

KEPT = 600  # seconds: a drawing in which somebody is recognised after all is gone within minutes


class WritersOnly(FormView):
    """Refused forms are shown again with what was typed; `done` is said on the next page."""

    done = ""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_write_easy_read(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        if form.save(by=self.request.user) is None:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.get_success_url())


class EasyReadUpdate(WritersOnly):
    form_class = EasyReadForm
    template_name = "pledges/easy_form.html"
    done = "Easy words kept. They wait for somebody else to look and publish."

    def get_form_kwargs(self):
        self.pledge = get_object_or_404(Pledge, public_id=self.kwargs["public_id"])
        rules.check_is_not_retired(self.pledge)
        easy_read = EasyRead.objects.filter(pledge=self.pledge).first()
        self.promises = list(self.pledge.promises.select_related("drawing").order_by("number"))
        more = {"pledge": self.pledge, "promises": self.promises, "easy_read": easy_read}
        return super().get_form_kwargs() | more

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "pledge": self.pledge,
            "drawings": [(promise, getattr(promise, "drawing", None)) for promise in self.promises],
            "symbols": SYMBOLS,
        }

    def get_success_url(self):
        return reverse("pledges:easy-read-detail", args=[self.pledge.public_id])


class EasyReadDetail(DetailView):
    """As children will see it, with the button of the second person; a sentence where nothing is written yet."""

    template_name = "pledges/easy_detail.html"
    queryset = Pledge.objects.all()
    slug_field = slug_url_kwarg = "public_id"

    def get_context_data(self, **kwargs):
        easy_read = EasyRead.objects.filter(pledge=self.object).select_related("written_by", "published_by").first()
        return super().get_context_data(**kwargs) | {
            "easy_read": easy_read,
            "promises": facts.easy_promises(self.object),
            "why_not_write": why_not(rules.check_can_write_easy_read, self.request.standing),
            "why_not_publish": self.why_not_publish(easy_read) if easy_read else "",
        }

    def why_not_publish(self, easy_read: EasyRead) -> str:
        writers, missing = facts.writers_and_gaps(easy_read)
        who, is_public = self.request.standing, self.object.is_public
        return why_not(lambda: rules.check_can_publish_easy_read(who, writers, missing, is_public=is_public))


@require_POST
def easy_read_publish(request, public_id):
    easy_read = get_object_or_404(EasyRead, pledge__public_id=public_id)
    given = {"easy_read": easy_read, "by": request.user, "at": timezone.now(), "version": version_seen(request)}
    press(request, lambda: services.publish_easy_read(**given), "Published. Everybody can read the easy words now.")
    return redirect("pledges:easy-read-detail", public_id)


class DrawingCreate(WritersOnly):
    form_class = DrawingForm
    template_name = "pledges/easy_drawing_form.html"
    done = "The drawing is kept. It waits for somebody else to look and publish."

    def get_form_kwargs(self):
        promises = Promise.objects.select_related("pledge", "drawing")
        self.promise = get_object_or_404(promises, public_id=self.kwargs["public_id"])
        self.pledge = self.promise.pledge
        rules.check_is_not_retired(self.pledge)
        return super().get_form_kwargs() | {"promise": self.promise}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "promise": self.promise,
            "pledge": self.pledge,
            "drawing": getattr(self.promise, "drawing", None),
        }

    def get_success_url(self):
        return reverse("pledges:easy-read-update", args=[self.pledge.public_id])


@require_POST
def drawing_remove(request, public_id):
    rules.check_can_write_easy_read(request.standing)
    drawing = get_object_or_404(Drawing.objects.select_related("promise__pledge"), promise__public_id=public_id)
    services.remove_drawing(drawing=drawing, by=request.user, at=timezone.now())
    messages.info(request, "The drawing was taken away.")
    return redirect("pledges:easy-read-update", drawing.promise.pledge.public_id)


@method_decorator(login_not_required, name="dispatch")
class DrawingPicture(View):
    """The picture itself: for everybody once it is published, before that for those who prepare it."""

    def get(self, request, public_id):
        drawings = Drawing.objects.select_related("file", "promise__pledge__easy_read__pledge")
        drawing = get_object_or_404(drawings, public_id=public_id)
        is_open = facts.is_shown(getattr(drawing.promise.pledge, "easy_read", None))
        if not (is_open or request.standing.is_member):
            raise Http404
        kept = f"public, max-age={KEPT}" if is_open else "private, no-store"
        return FileResponse(
            drawing.file.path.open("rb"),
            content_type="image/png",
            headers={"Cache-Control": kept, "X-Content-Type-Options": "nosniff"},
        )
