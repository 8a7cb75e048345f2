"""Tests of the whole: they find what a new file forgot. A new app is seen without being named here."""

import importlib
import inspect
import pkgutil
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import models
from django.urls import URLPattern, get_resolver
from factory.django import DjangoModelFactory

import tests.factories
from corpparent.references import KINDS
from tests import source

# Who is not signed in sees these pages and no others. Think before a line is added.
OPEN_PAGES = {
    "home",
    "help",
    "privacy",
    "cookies",
    "accessibility",
    "favicon",
    "account_login",
    "account_logout",
    "account_signup",  # closed: it says that nobody signs themselves up
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",  # between the password and the code
    "mfa_login_webauthn",
    "members:invitation-accept",
    "members:invitation-welcome",
    "members:council-mark",
    "pledges:our-pledge",
    "pledges:our-pledge-of",
    "pledges:our-pledge-easy",
    "pledges:our-pledge-partners",
    "pledges:our-pledge-feed",
    "pledges:progress-data",
    "pledges:promise-public",
    "pledges:you-said",
    "pledges:you-said-feed",
    "pledges:help-now",
    "pledges:local-offer",
    "pledges:local-offer-detail",
    "pledges:drawing-picture",
    "packs:pack-list",
    "packs:pack-detail",
    "packs:edition-detail",
    "packs:edition-pdf",
    "packs:edition-figures",
    "packs:leaf-detail",
    "visits:phone-detail",  # questions alone: a phone keeps it for everybody who holds it
    "visits:worker-detail",
    "visits:calendar-feed",  # by its secret: calendars cannot sign in
    "committees:agenda-pack-detail",
    "committees:agenda-pack-pdf",
    "committees:decision-list",
    "committees:forward-plan",
    "committees:notice-list",
    "committees:decision-detail",
    "committees:meeting-list",
    "committees:calendar-detail",
    "committees:calendar-month",
    "committees:committee-detail",
    "committees:meeting-detail",
    "committees:minutes-detail",
    "committees:programme-list",
    "committees:programme-figures",
    "committees:calendar-feed",
    "committees:paper-feed",
    "committees:committee-calendar",
    "committees:committee-papers",
    "committees:paper-list",
    "committees:paper-detail",
    "committees:paper-pdf",
    "committees:plan-list",
    "committees:plan-detail",
}
# Pages of the site itself, which belong to no noun.
SITE_PAGES = {"home", "help", "privacy", "cookies", "accessibility", "favicon"}
# Statistical signs, kept as the government prints them.
SIGNS = {"indicators.Observation.symbol"}
CELERY_MODULES = {"corpparent", "corpparent.celery", "corpparent.jobs", "corpparent.tasks"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def routes(resolver=None, namespace=""):
    """(name, view) of every address."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name or ''}", pattern.callback
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern, inner)


ROUTES = list(routes())
OUR_PACKAGES = {config.name for config in source.our_apps()}
OURS = [(name, view) for name, view in ROUTES if any(view.__module__.startswith(app) for app in OUR_PACKAGES)]
VERBS = [(name, view) for name, view in OURS if not hasattr(view, "view_class") and name not in SITE_PAGES]


def test_open_pages_are_exactly_the_listed_ones():
    assert {name for name, view in ROUTES if not getattr(view, "login_required", True)} == OPEN_PAGES


@pytest.mark.parametrize("name", [name for name, _ in ROUTES if not name.startswith(("account_", "mfa_"))])
def test_addresses_are_named_by_app_noun_and_verb(name):
    assert name in SITE_PAGES or re.fullmatch(r"[a-z]+:[a-z]+(-[a-z]+)+", name)


@pytest.mark.parametrize(("name", "view"), VERBS, ids=[name for name, _ in VERBS])
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_verbs_are_post_only(rf, name, view, method):
    arguments = dict.fromkeys(list(inspect.signature(view).parameters)[1:])
    assert view(rf.generic(method, "/"), **arguments).status_code == 405


@pytest.mark.django_db
def test_migrations_are_complete():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def factories():
    """Every factory in tests/factories."""
    for module in pkgutil.iter_modules(tests.factories.__path__):
        contents = vars(importlib.import_module(f"tests.factories.{module.name}")).values()
        yield from (thing for thing in contents if inspect.isclass(thing) and issubclass(thing, DjangoModelFactory))


@pytest.mark.parametrize("model", source.our_models(), ids=lambda model: model._meta.label)
def test_every_model_has_a_factory(model):
    assert model in {factory._meta.model for factory in factories()}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_reference_is_a_slug(kind):
    assert SLUG.fullmatch(kind)


def choice_fields():
    for model in source.our_models():
        yield from (field for field in model._meta.get_fields() if getattr(field, "choices", None))


@pytest.mark.parametrize("field", list(choice_fields()), ids=str)
def test_every_choice_is_a_slug_with_a_label_to_read(field):
    for value, label in field.flatchoices:
        assert isinstance(field, models.IntegerField) or str(field) in SIGNS or SLUG.fullmatch(value)
        assert label
        assert "_" not in str(label)


def transition_tables():
    """(app, its NEXT) of every app whose rules say which status may follow which."""
    for config in source.our_apps():
        if (Path(config.path) / "rules.py").exists():
            rules = importlib.import_module(f"{config.name}.rules")
            if hasattr(rules, "NEXT"):
                yield pytest.param(rules.NEXT, id=config.name)


@pytest.mark.parametrize("following", list(transition_tables()))
def test_every_status_is_in_its_table(following):
    statuses = set(type(next(iter(following))))
    assert set(following) == statuses
    assert set().union(*following.values()) <= statuses


EVENTS = {name: slug for config in source.our_apps() for name, slug in source.declared_events(config).items()}
RECORDED = [found for path in source.all_files() for found in source.recorded_events(path)]


def test_every_type_of_event_is_declared_once():
    assert [slug for slug, times in Counter(EVENTS.values()).items() if times > 1] == []
    assert [slug for slug in EVENTS.values() if not SLUG.fullmatch(slug)] == []


@pytest.mark.parametrize("name", EVENTS)
def test_every_type_of_event_is_written_by_one_service(name):
    writers = [function for type_, function in RECORDED if type_ == name]
    assert len(writers) == 1, writers
    assert ".services" in writers[0]


def test_no_event_is_written_that_is_not_declared_by_its_own_app():
    strangers = [
        (name, function)
        for name, function in RECORDED
        if name not in EVENTS or not function.startswith(name.rpartition(".events.")[0])
    ]
    assert strangers == []


def test_nobody_else_imports_celery():
    importers = {
        source.name_of(path).removesuffix(".__init__")
        for path in source.all_files()
        if any(name.split(".")[0] in {"celery", "kombu"} for name in source.imports(path).values())
    }
    assert importers <= CELERY_MODULES


@pytest.mark.parametrize("config", source.our_apps(), ids=lambda config: config.name)
def test_no_file_is_longer_than_300_lines(config):
    assert [path.name for path in source.files(config) if len(path.read_text().splitlines()) > 300] == []


def test_every_dependency_has_its_reason_beside_it():
    text = Path("pyproject.toml").read_text()
    dependencies = tomllib.loads(text)["project"]["dependencies"]
    lines = {line.strip().split('"')[1]: line for line in text.splitlines() if line.strip().startswith('"')}
    assert [name for name in dependencies if not re.search(r", # \w+", lines[name])] == []


def test_apps_are_all_seen():
    assert {config.name for config in source.our_apps()} >= {"corpparent", "members", "reports.indicators"}
    assert Path(settings.BASE_DIR / "members" / "services" / "people.py") in source.all_files()
