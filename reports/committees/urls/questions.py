"""Questions of members about items, and their answers."""

from django.urls import path

from reports.committees.views import questions as views

urlpatterns = [
    path("items/<uuid:public_id>/ask/", views.QuestionCreate.as_view(), name="question-create"),
    path("questions/", views.QuestionList.as_view(), name="question-list"),
    path("questions/<uuid:public_id>/", views.QuestionDetail.as_view(), name="question-detail"),
    path("questions/<uuid:public_id>/hand/", views.QuestionHand.as_view(), name="question-hand"),
]
