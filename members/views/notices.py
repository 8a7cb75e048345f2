"""The outbox: what waits, what was sent, what failed and why."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import ListView

from corpparent.models import Notice
from members import rules, services
from members.filters import NoticeFilter
from members.showing import notices as showing


class NoticeList(ListView):
    template_name = "members/notice_list.html"
    paginate_by = 50

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_see_notices(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        self.filter = NoticeFilter(self.request.GET or None, Notice.objects.order_by("-created_at", "-pk"))
        return self.filter.qs

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "filter": self.filter,
            "is_filtered": bool(self.request.GET.get("status")),
            "rows": showing.rows_of(context["page_obj"].object_list),
        }


@require_POST
def notice_retry(request, public_id):
    rules.check_can_see_notices(request.standing)
    services.retry_notice(notice=get_object_or_404(Notice, public_id=public_id), by=request.user, at=timezone.now())
    messages.info(request, "The notice is in the outbox again.")
    return redirect("members:notice-list")
