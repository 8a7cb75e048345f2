"""Work programmes of bodies."""

from django.urls import path

from reports.committees.views import programme as views

urlpatterns = [
    path("work-programme/", views.ProgrammeList.as_view(), name="programme-list"),
    path("work-programme/export/", views.ProgrammeFigures.as_view(), name="programme-figures"),
    path("work-programme/begin/", views.programme_begin, name="programme-begin"),
    path("work-programme/add/", views.ProgrammeItemCreate.as_view(), name="programme-item-create"),
    path("work-programme/<uuid:public_id>/change/", views.ProgrammeItemUpdate.as_view(), name="programme-item-update"),
    path("work-programme/<uuid:public_id>/plan/", views.ProgrammeItemPlan.as_view(), name="programme-item-plan"),
    path("work-programme/<uuid:public_id>/drop/", views.ProgrammeItemDrop.as_view(), name="programme-item-drop"),
    path("work-programme/<uuid:public_id>/put/", views.programme_item_put, name="programme-item-put"),
    path("work-programme/<uuid:public_id>/resume/", views.programme_item_resume, name="programme-item-resume"),
]
