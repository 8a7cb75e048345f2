from django.urls import path

from reports.packs import views

app_name = "packs"
urlpatterns = [
    path("", views.PackList.as_view(), name="pack-list"),
    path("new/", views.PackCreate.as_view(), name="pack-create"),
    path("<uuid:public_id>/", views.PackDetail.as_view(), name="pack-detail"),
    path("<uuid:public_id>/progress/", views.PackProgress.as_view(), name="pack-progress"),
    path("<uuid:public_id>/build/", views.pack_build, name="pack-build"),
    path("<uuid:public_id>/stop/", views.pack_stop, name="pack-stop"),
    path("editions/<uuid:public_id>/", views.EditionDetail.as_view(), name="edition-detail"),
    path("editions/<uuid:public_id>/pdf/", views.EditionPdf.as_view(), name="edition-pdf"),
    path("editions/<uuid:public_id>/figures/", views.EditionFigures.as_view(), name="edition-figures"),
    path("editions/<uuid:public_id>/confirm/", views.EditionConfirm.as_view(), name="edition-confirm"),
    path("editions/<uuid:public_id>/publish/", views.edition_publish, name="edition-publish"),
    path("editions/<uuid:public_id>/<slug:slug>/", views.LeafDetail.as_view(), name="leaf-detail"),
]
