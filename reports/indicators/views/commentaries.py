"""Saying “so what?” about one of the council's own figures."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import FormView

from members.models import Council
from reports.indicators import audiences, rules, services
from reports.indicators.forms import CommentaryForm
from reports.indicators.models import Area, Observation
from reports.indicators.showing.own import Own, own_of


class CommentaryCreate(FormView):
    """Write about a figure, or write anew; what was said before stays in the record."""

    form_class = CommentaryForm
    template_name = "indicators/commentary_form.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.observation = get_object_or_404(
            Observation.objects.select_related("indicator"),
            area__code=Council.current().area_code,
            indicator__code=kwargs["code"],
            period__iexact=kwargs["period"],
            category="",
            origin=Observation.Origin.OWN,
            is_current=True,
        )

    def dispatch(self, request, *args, **kwargs):
        target = services.answerable_for(self.observation)
        rules.check_can_comment(request.standing, target.answerable_id if target else None)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        said = self.observation.commentaries.filter(is_current=True).first()
        return {"text": said.text if said else ""}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"own": self.own(), "indicator": self.observation.indicator}

    def own(self) -> Own | None:
        """The figure with its target, as this reader may see it."""
        area = Area.objects.get(pk=self.observation.area_id)
        audience = audiences.on_screen(self.request.standing)
        return own_of(self.observation.indicator, area, audience, until=self.observation.ends_on)

    def form_valid(self, form):
        form.save(observation=self.observation, by=self.request.user)
        messages.success(
            self.request, "Your commentary is kept. It stands beside the figure, with your name and today."
        )
        return redirect("indicators:indicator-detail", code=self.observation.indicator.code)
