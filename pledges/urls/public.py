"""Pages for everybody, without an account."""

from django.urls import path

from pledges.views import public as views

urlpatterns = [
    path("our-pledge/", views.OurPledge.as_view(), name="our-pledge"),
    path("our-pledge/feed.atom", views.OurPledgeFeed.as_view(), name="our-pledge-feed"),
    path("our-pledge/progress.csv", views.ProgressData.as_view(), name="progress-data"),
    path("our-pledge/promises/<uuid:public_id>/", views.PromisePublic.as_view(), name="promise-public"),
    path("our-pledge/<slug:group>/", views.OurPledgeOf.as_view(), name="our-pledge-of"),
    path("our-pledge/<slug:group>/easy/", views.OurPledgeEasy.as_view(), name="our-pledge-easy"),
    path("our-pledge/<slug:group>/partners/", views.OurPledgePartners.as_view(), name="our-pledge-partners"),
    path("you-said-we-did/", views.YouSaid.as_view(), name="you-said"),
    path("you-said-we-did/feed.atom", views.SaidFeedPage.as_view(), name="you-said-feed"),
    path("help-now/", views.HelpNow.as_view(), name="help-now"),
]
