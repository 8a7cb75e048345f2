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
    path("imports/<uuid:public_id>/findings/", views.ImportFindings.as_view(), name="import-findings"),
    path("imports/<uuid:public_id>/confirm/", views.import_confirm, name="import-confirm"),
    path("imports/<uuid:public_id>/drop/", views.import_drop, name="import-drop"),
    path("scorecard.csv", views.ScorecardTemplate.as_view(), {"form": "csv"}, name="scorecard-csv"),
    path("scorecard.xlsx", views.ScorecardTemplate.as_view(), {"form": "xlsx"}, name="scorecard-xlsx"),
    path("own/open-data/", views.OwnOpenData.as_view(), name="own-open-data"),
    path("own/workbook/", views.OwnWorkbook.as_view(), name="own-workbook"),
    path("own/new/", views.OwnFigureCreate.as_view(), name="own-create"),
    path("targets/", views.TargetList.as_view(), name="target-list"),
    path("targets/new/", views.TargetCreate.as_view(), name="target-create"),
    path("targets/<uuid:public_id>/confirm/", views.TargetConfirm.as_view(), name="target-confirm"),
    path("targets/<uuid:public_id>/remove/", views.target_remove, name="target-remove"),
    path("returns/new/", views.ReturnCreate.as_view(), name="return-create"),
    path("<slug:code>/", views.IndicatorDetail.as_view(), name="indicator-detail"),
    path("<slug:code>/download/", views.IndicatorDownload.as_view(), name="indicator-download"),
    path("<slug:code>/<slug:period>/commentary/", views.CommentaryCreate.as_view(), name="commentary-create"),
]
