"""Papers to read, and keeping them."""

from django.urls import path

from reports.committees.views import drafts
from reports.committees.views import papers as views

urlpatterns = [
    path("papers/", views.PaperList.as_view(), name="paper-list"),
    path("papers/<uuid:public_id>/", views.PaperDetail.as_view(), name="paper-detail"),
    path("papers/<uuid:public_id>/pdf/", views.PaperPdf.as_view(), name="paper-pdf"),
    path("agenda-items/<uuid:public_id>/papers/add/", drafts.PaperCreate.as_view(), name="paper-create"),
    path("agenda-items/<uuid:public_id>/papers/make/", drafts.PaperMake.as_view(), name="paper-make"),
    path("papers/<uuid:public_id>/change/", drafts.PaperUpdate.as_view(), name="paper-update"),
    path("papers/<uuid:public_id>/file/", drafts.PaperFile.as_view(), name="paper-file"),
    path("papers/<uuid:public_id>/replace/", drafts.PaperReplace.as_view(), name="paper-replace"),
    path("papers/<uuid:public_id>/split/", drafts.PaperSplit.as_view(), name="paper-split"),
    path("papers/<uuid:public_id>/withdraw/", drafts.PaperWithdraw.as_view(), name="paper-withdraw"),
    path("papers/<uuid:public_id>/move/", drafts.paper_move, name="paper-move"),
    path("papers/<uuid:public_id>/remove/", drafts.PaperConfirm.as_view(), name="paper-confirm"),
    path("papers/<uuid:public_id>/remove/now/", drafts.paper_remove, name="paper-remove"),
    path("papers/<uuid:public_id>/background/", drafts.PaperBackground.as_view(), name="paper-background"),
    path("background-papers/<uuid:public_id>/remove/", drafts.background_remove, name="background-remove"),
]
