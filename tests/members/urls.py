"""The portal's addresses and one page that every member may see, whatever else the portal shows."""

from django.http import HttpResponse
from django.urls import path

from corpparent.urls import urlpatterns as the_portals

urlpatterns = [*the_portals, path("members-only/", lambda request: HttpResponse("Welcome."), name="members-only")]
