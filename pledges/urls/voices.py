"""What was heard, challenges, and what came of them."""

from django.urls import path

from pledges.views import voices as views

urlpatterns = [
    path("voices/", views.VoiceList.as_view(), name="voice-list"),
    path("voices/new/", views.VoiceCreate.as_view(), name="voice-create"),
    path("voices/<uuid:public_id>/", views.VoiceDetail.as_view(), name="voice-detail"),
    path("voices/<uuid:public_id>/change/", views.VoiceUpdate.as_view(), name="voice-update"),
    path("voices/<uuid:public_id>/look/", views.VoiceLook.as_view(), name="voice-look"),
    path("voices/<uuid:public_id>/decide/", views.VoiceDecide.as_view(), name="voice-decide"),
    path("voices/<uuid:public_id>/tell-back/", views.VoiceTell.as_view(), name="voice-tell"),
    path("voices/<uuid:public_id>/publish/", views.voice_publish, name="voice-publish"),
    path("voices/<uuid:public_id>/hide/", views.voice_hide, name="voice-hide"),
    path("challenges/new/", views.ChallengeCreate.as_view(), name="challenge-create"),
]
