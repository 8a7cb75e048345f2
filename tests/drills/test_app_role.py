"""The portal's own database role, made by deploy/app-role.sql: it does its work and cannot touch the record."""

import os
import subprocess
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.conf import settings

PASSWORD = "quiet-harbour"
REFUSED = [
    "UPDATE corpparent_event SET type = 'x'",
    "DELETE FROM corpparent_event",
    "TRUNCATE corpparent_event",
    "DELETE FROM django_migrations",
    "DROP TRIGGER corpparent_event_no_update ON corpparent_event",
    "CREATE TABLE public.another (id integer)",
]

pytestmark = pytest.mark.drill


def psql(url, *arguments):
    command = ["psql", "--no-psqlrc", "--quiet", f"--dbname={url}", *arguments]
    subprocess.run(command, env=os.environ | {"APP_PASSWORD": PASSWORD}, check=True, capture_output=True, text=True)


@pytest.fixture
def installation(installations):
    """A portal that signs in as the role `portal`, after the owner of its tables has run the file, twice."""
    portal = installations()
    owner = portal.environment["DATABASE_URL"]
    for _ in range(2):
        psql(owner, f"--file={settings.BASE_DIR / 'deploy' / 'app-role.sql'}")
    address = urlsplit(owner)
    portal.environment["DATABASE_URL"] = f"postgres://portal:{PASSWORD}@{address.hostname}:{address.port}{address.path}"
    yield portal
    psql(owner, "--command=DROP OWNED BY portal; DROP ROLE portal")


def is_refused(url, deed):
    connection = psycopg2.connect(url)
    try:
        with connection.cursor() as cursor:
            cursor.execute(deed)
    except psycopg2.errors.InsufficientPrivilege:
        return True
    finally:
        connection.close()
    return False


def test_app_role_works_and_cannot_touch_the_record(installation):
    installation.manage("set_up_council", "Larchford Council", "--short-name=Larchford", "--area=X06000001")
    assert "The record is whole: 1 events" in installation.manage("verify_record").stdout
    url = installation.environment["DATABASE_URL"]
    assert [deed for deed in REFUSED if not is_refused(url, deed)] == []
