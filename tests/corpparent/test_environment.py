"""The settings as they are read from the environment, in a process of their own."""

import os
import stat
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from corpparent.environment import broker_folders, directory, embedded_secret, origins, required_in_production
from tests.installation import ROOT

PRODUCTION = {
    "DATABASE_URL": "postgres://portal:secret@127.0.0.1:1/portal",
    "CELERY_BROKER_URL": "redis://127.0.0.1:1/0",
    "SECRET_KEY": "only-for-tests-and-long-enough-to-be-taken-for-a-real-one",
    "ALLOWED_HOSTS": "portal.larchford.example",
    "BASE_URL": "https://portal.larchford.example",
    "EMAIL_URL": "smtp://127.0.0.1:25",
}


def with_settings(tmp_path, environment, *command):
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path / "var"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def settings_of(tmp_path, environment, *names):
    """The values of some settings, as text."""
    script = "import sys; from corpparent import settings; [print(getattr(settings, n)) for n in sys.argv[1:]]"
    done = with_settings(tmp_path, environment, "-c", script, *names)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "EMAIL_URL"])
def test_production_does_not_start_without(tmp_path, name):
    environment = {key: value for key, value in PRODUCTION.items() if key != name}
    done = with_settings(tmp_path, environment, "-c", "import corpparent.settings")
    assert done.returncode == 1
    assert f"Set the {name} environment variable: production does not start without it." in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "x" * 60, "SECRET_KEY is too easy to guess"),
        ("SECRET_KEY", "short-but-quite-random-9f3a", "SECRET_KEY is too easy to guess"),
        ("BASE_URL", "http://portal.larchford.example", "BASE_URL begins with http"),
        ("DEBUG", "true", "DEBUG is on"),
    ],
)
def test_production_does_not_start_unsafely(tmp_path, name, value, sentence):
    done = with_settings(tmp_path, PRODUCTION | {name: value}, "-c", "import corpparent.settings")
    assert done.returncode == 1
    assert sentence in done.stderr


def test_data_folder_is_for_us_alone(tmp_path):
    settings_of(tmp_path, {}, "DEBUG")
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


def test_production_passes_djangos_deploy_check(tmp_path):
    arguments = ["check", "--deploy", "--fail-level=WARNING"]
    done = with_settings(tmp_path, PRODUCTION, "manage.py", *arguments)
    assert done.returncode == 0, done.stderr


def test_embedded_default_needs_nothing(tmp_path):
    names = ["IS_PRODUCTION", "IS_HTTPS", "CELERY_BROKER_URL", "DEBUG"]
    assert settings_of(tmp_path, {}, *names) == ["False", "False", "filesystem://", "False"]


def test_embedded_database_lies_in_the_data_folder(tmp_path):
    (database,) = settings_of(tmp_path, {}, "DATABASES")
    assert str(tmp_path / "var" / "portal.sqlite3") in database
    assert "'transaction_mode': 'IMMEDIATE'" in database


def test_https_makes_cookies_secure_and_bound_to_the_host(tmp_path):
    names = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"]
    assert settings_of(tmp_path, PRODUCTION, *names) == ["__Host-session", "__Host-csrf", "True", "True"]


def test_plain_http_on_this_machine_keeps_plain_cookies(tmp_path):
    names = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SECURE_HSTS_SECONDS"]
    assert settings_of(tmp_path, {}, *names) == ["session", "csrf", "False", "0"]


def test_required_in_production_falls_back_where_there_is_no_production(monkeypatch):
    monkeypatch.delenv("BASE_URL", raising=False)
    assert required_in_production("BASE_URL", "http://localhost:8000", is_production=False) == "http://localhost:8000"


def test_required_in_production_empty_is_missing(monkeypatch):
    monkeypatch.setenv("BASE_URL", "")
    with pytest.raises(ImproperlyConfigured, match="Set the BASE_URL environment variable"):
        required_in_production("BASE_URL", "http://localhost:8000", is_production=True)


def test_embedded_secret_is_made_once_for_its_owner_alone(tmp_path):
    secret = embedded_secret(tmp_path)
    assert len(secret) >= 50
    assert embedded_secret(tmp_path) == secret
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_broker_folders_are_there(tmp_path):
    options = broker_folders(tmp_path)
    assert options["data_folder_in"] == options["data_folder_out"]
    assert all(os.path.isdir(folder) for folder in options.values())


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("", []),
        ("https://login.example/council/v2.0", ["https://login.example"]),
        ("http://localhost:9000", ["http://localhost:9000"]),
    ],
)
def test_origins_of_an_address(url, found):
    assert origins(url) == found


def test_directory_is_the_one_that_the_environment_names(monkeypatch):
    monkeypatch.setenv("OIDC_CLIENT_ID", "portal")
    monkeypatch.setenv("OIDC_SECRET", "a secret")
    [app] = directory("https://login.example", "your account")["APPS"]
    assert (app["client_id"], app["secret"], app["name"]) == ("portal", "a secret", "your account")
    assert app["settings"] == {"server_url": "https://login.example"}
