"""Addresses under members: invitations, passkeys, staying signed in. The rest of a sign-in: corpparent.account_urls."""

from django.urls import path

from members.views import getting_in as views
from members.views import passkeys

urlpatterns = [
    path("people/<uuid:public_id>/invite/", views.invitation_send, name="invitation-send"),
    path("invitations/", views.InvitationWelcome.as_view(), name="invitation-welcome"),
    path("invitations/<str:secret>/", views.InvitationAccept.as_view(), name="invitation-accept"),
    path("account/passkeys/new/", passkeys.PasskeyCreate.as_view(), name="passkey-create"),
    path("account/passkeys/<int:number>/name/", passkeys.PasskeyUpdate.as_view(), name="passkey-update"),
    path("account/passkeys/<int:number>/remove/", passkeys.PasskeyRemove.as_view(), name="passkey-remove"),
    path("account/stay/", views.SessionExtend.as_view(), name="session-extend"),
    path("account/sign-out-everywhere/", views.session_end, name="session-end"),
]
