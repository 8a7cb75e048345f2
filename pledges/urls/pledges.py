"""Pledges, their promises, measures and partners' commitments, and promises that come as a table."""

from django.urls import path

from pledges.views import imports, pledges, promises

urlpatterns = [
    path("pledges/", pledges.PledgeList.as_view(), name="pledge-list"),
    path("pledges/new/", pledges.PledgeCreate.as_view(), name="pledge-create"),
    path("pledges/table.csv", imports.PledgeTable.as_view(), name="pledge-table"),
    path("pledges/<uuid:public_id>/", pledges.PledgeDetail.as_view(), name="pledge-detail"),
    path("pledges/<uuid:public_id>/change/", pledges.PledgeUpdate.as_view(), name="pledge-update"),
    path("pledges/<uuid:public_id>/consult/", pledges.PledgeConsult.as_view(), name="pledge-consult"),
    path("pledges/<uuid:public_id>/endorse/", pledges.PledgeEndorse.as_view(), name="pledge-endorse"),
    path("pledges/<uuid:public_id>/sign/", pledges.SignatureCreate.as_view(), name="signature-create"),
    path("pledges/<uuid:public_id>/publish/", pledges.PledgePublish.as_view(), name="pledge-publish"),
    path("pledges/<uuid:public_id>/review/", pledges.pledge_review, name="pledge-review"),
    path("pledges/<uuid:public_id>/retire/confirm/", pledges.PledgeConfirm.as_view(), name="pledge-confirm"),
    path("pledges/<uuid:public_id>/retire/", pledges.pledge_retire, name="pledge-retire"),
    path("pledges/<uuid:public_id>/renew/", pledges.pledge_renew, name="pledge-renew"),
    path("pledges/<uuid:public_id>/promises/new/", promises.PromiseCreate.as_view(), name="promise-create"),
    path("pledges/<uuid:public_id>/commitments/new/", promises.CommitmentCreate.as_view(), name="commitment-create"),
    path("promises/<uuid:public_id>/change/", promises.PromiseUpdate.as_view(), name="promise-update"),
    path("promises/<uuid:public_id>/remove/", promises.promise_remove, name="promise-remove"),
    path("promises/<uuid:public_id>/measures/new/", promises.MeasureCreate.as_view(), name="measure-create"),
    path("measures/<uuid:public_id>/remove/", promises.measure_remove, name="measure-remove"),
    path("commitments/<uuid:public_id>/end/", promises.commitment_end, name="commitment-end"),
    path("pledges/<uuid:public_id>/table/", imports.PledgeImportCreate.as_view(), name="pledge-import-create"),
    path("tables/<uuid:public_id>/", imports.PledgeImportDetail.as_view(), name="pledge-import-detail"),
    path("tables/<uuid:public_id>/take/", imports.pledge_import_take, name="pledge-import-take"),
    path("tables/<uuid:public_id>/drop/", imports.pledge_import_drop, name="pledge-import-drop"),
]
