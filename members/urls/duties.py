"""Addresses of duties: what they are, whose they are, and what proves them."""

from django.urls import path

from members import views

urlpatterns = [
    path("duties/", views.DutyList.as_view(), name="duty-list"),
    path("duties/sign/", views.statement_sign, name="statement-sign"),
    path("duties/matrix/", views.DutyMatrix.as_view(), name="duty-matrix"),
    path("duties/matrix/table/", views.DutyTable.as_view(), name="duty-table"),
    path("duties/<slug:code>/change/", views.DutyUpdate.as_view(), name="duty-update"),
    path("people/<uuid:public_id>/duties/", views.StatementDetail.as_view(), name="statement-detail"),
    path("people/<uuid:public_id>/duties/pdf/", views.StatementPdf.as_view(), name="statement-pdf"),
    path("evidence/", views.EvidenceList.as_view(), name="evidence-list"),
    path("evidence/new/", views.EvidenceCreate.as_view(), name="evidence-create"),
    path("evidence/<uuid:public_id>/", views.EvidenceDetail.as_view(), name="evidence-detail"),
    path("evidence/<uuid:public_id>/progress/", views.EvidenceProgress.as_view(), name="evidence-progress"),
    path("evidence/<uuid:public_id>/make/", views.evidence_make, name="evidence-make"),
    path("evidence/<uuid:public_id>/pdf/", views.EvidencePdf.as_view(), name="evidence-pdf"),
    path("evidence/<uuid:public_id>/csv/", views.EvidenceCsv.as_view(), name="evidence-csv"),
]
