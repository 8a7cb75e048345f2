from django.urls import path

from members import views

urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("help/", views.Help.as_view(), name="help"),
    path("privacy/", views.Privacy.as_view(), name="privacy"),
    path("cookies/", views.Cookies.as_view(), name="cookies"),
    path("accessibility/", views.Accessibility.as_view(), name="accessibility"),
]
