"""The portal's addresses as they are while a directory is connected."""

from django.urls import include, path

from corpparent.urls import urlpatterns as the_portals

urlpatterns = [path("account/directory/", include("corpparent.directory_urls")), *the_portals]
