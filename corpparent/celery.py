"""The Celery application. It only wakes workers; the database owns every job (`corpparent.jobs`)."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corpparent.settings")

app = Celery("corpparent")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["corpparent"])
