import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import resolve

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corpparent.settings")

application = get_wsgi_application()

# What start-up made lives as long as the process: the collector need not walk it again for every few requests. Finding
# one address imports the pages of all, which the first request would do otherwise, too late for that.
resolve("/")
gc.collect()
gc.freeze()
