"""Plans and analyses of needs."""

from django.urls import path

from reports.committees.views import plans as views

urlpatterns = [
    path("plans/", views.PlanList.as_view(), name="plan-list"),
    path("plans/new/", views.PlanCreate.as_view(), name="plan-create"),
    path("plans/<uuid:public_id>/", views.PlanDetail.as_view(), name="plan-detail"),
    path("plans/<uuid:public_id>/renew/", views.PlanUpdate.as_view(), name="plan-update"),
    path("plans/<uuid:public_id>/end/", views.plan_end, name="plan-end"),
]
