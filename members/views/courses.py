"""Courses, for everybody to see and for their keepers to change."""

from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.views.generic import DetailView, ListView, View

from corpparent.rules import why_not
from members import rules
from members.facts import learning
from members.forms.courses import CourseForm, SessionForm
from members.models import Course
from members.showing import learning as showing
from members.views.keeping import KeepingForm

MOST = 20  # sessions of a course on its page, the latest


class KeepersOnly(View):
    """Pages of those who look after courses and the library."""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_keep_learning(request.standing)
        return super().dispatch(request, *args, **kwargs)


class CourseList(ListView):
    """Courses that are held; those who keep them see the retired too."""

    template_name = "members/course_list.html"
    paginate_by = 50

    def get_queryset(self):
        courses = Course.objects.order_by("is_retired", "title")
        return courses.filter(is_retired=False) if self.why_not_keep else courses

    @property
    def why_not_keep(self):
        return why_not(rules.check_can_keep_learning, self.request.standing)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        courses = list(context["page_obj"])
        coming = learning.next_sessions(courses, timezone.now())
        return context | {
            "rows": [showing.of_course(course, coming.get(course.pk)) for course in courses],
            "why_not_keep": self.why_not_keep,
        }


class CourseDetail(DetailView):
    template_name = "members/course_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    model = Course

    def get_context_data(self, **kwargs):
        course, today = self.object, timezone.localdate()
        return super().get_context_data(**kwargs) | {
            "facts": showing.facts_of_course(course),
            "sessions": showing.of_sessions(course.sessions.all()[:MOST], today),
            "why_not_keep": why_not(rules.check_can_keep_learning, self.request.standing),
            "why_not_plan": why_not(rules.check_can_plan_session, course),
        }


class CourseCreate(KeepersOnly, KeepingForm):
    form_class = CourseForm
    template_name = "members/course_form.html"
    success_url = reverse_lazy("members:course-list")
    extra_context = {"heading": "Add a course", "course": None}
    done = "The course is added. Plan its first session on its page."


class CourseUpdate(KeepersOnly, KeepingForm):
    form_class = CourseForm
    template_name = "members/course_form.html"
    done = "The course is kept."

    def get_form_kwargs(self):
        self.course = get_object_or_404(Course, public_id=self.kwargs["public_id"])
        return super().get_form_kwargs() | {"instance": self.course}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"heading": f"Change “{self.course.title}”", "course": self.course}

    def get_success_url(self):
        return reverse("members:course-detail", args=[self.kwargs["public_id"]])


class SessionCreate(KeepersOnly, KeepingForm):
    """Plan a session of one course."""

    form_class = SessionForm
    template_name = "members/session_form.html"
    done = "The session is planned."

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_keep_learning(request.standing)
        self.course = get_object_or_404(Course, public_id=kwargs["public_id"])
        rules.check_can_plan_session(self.course)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"course": self.course}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"course": self.course}

    def get_success_url(self):
        return reverse("members:course-detail", args=[self.course.public_id])
