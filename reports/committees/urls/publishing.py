"""Publishing agendas, and the packs that came of it."""

from django.urls import path

from reports.committees.views import publishing as views

urlpatterns = [
    path("meetings/<uuid:public_id>/publish/", views.PublicationCreate.as_view(), name="publication-create"),
    path("publications/<uuid:public_id>/", views.PublicationDetail.as_view(), name="publication-detail"),
    path("publications/<uuid:public_id>/progress/", views.PublicationProgress.as_view(), name="publication-progress"),
    path("publications/<uuid:public_id>/again/", views.publication_retry, name="publication-retry"),
    path("agenda-packs/<uuid:public_id>/", views.AgendaPackDetail.as_view(), name="agenda-pack-detail"),
    path("agenda-packs/<uuid:public_id>/pdf/", views.AgendaPackPdf.as_view(), name="agenda-pack-pdf"),
]
