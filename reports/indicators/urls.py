from django.urls import path

from reports.indicators import views

app_name = "indicators"
urlpatterns = [
    path("", views.IndicatorList.as_view(), name="indicator-list"),
    path("imports/", views.ImportList.as_view(), name="import-list"),
    path("imports/new/", views.ImportCreate.as_view(), name="import-create"),
    path("imports/<uuid:public_id>/", views.ImportDetail.as_view(), name="import-detail"),
    path("imports/<uuid:public_id>/progress/", views.ImportProgress.as_view(), name="import-progress"),
    path("imports/<uuid:public_id>/problems/", views.ImportProblems.as_view(), name="import-problems"),
    path("imports/<uuid:public_id>/confirm/", views.import_confirm, name="import-confirm"),
    path("imports/<uuid:public_id>/drop/", views.import_drop, name="import-drop"),
    path("<slug:code>/", views.IndicatorDetail.as_view(), name="indicator-detail"),
    path("<slug:code>/download/", views.IndicatorDownload.as_view(), name="indicator-download"),
]
