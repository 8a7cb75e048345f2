"""What no test may do unseen: reach the network, log an error, show a template variable that does not exist."""

import inspect
import ipaddress
import logging
import sys

import pytest
from django.conf import settings
from django.template import engines

# Hashing well is slow by design, and static files are hashed at set-up; neither is what tests are about.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
settings.STATIC_ROOT = settings.BASE_DIR / "static"


def refuse_network(event, args):
    """An audit hook, so that no library finds a way round it. Loopback and Unix sockets are ours."""
    if event == "socket.connect" and isinstance(args[1], tuple):
        check_is_here(args[1][0])
    elif event == "socket.getaddrinfo":
        check_is_here(args[0])


def check_is_here(host):
    host = host.decode() if isinstance(host, bytes) else host
    if host in (None, "", "localhost", "testserver"):
        return
    try:
        is_here = ipaddress.ip_address(host).is_loopback
    except ValueError:
        is_here = False
    if not is_here:
        pytest.fail(f"A test tried to reach {host}: the network is shut.")


sys.addaudithook(refuse_network)


class ErrorCollector(logging.Handler):
    """Keeps the messages logged at ERROR or above."""

    def __init__(self):
        super().__init__(level=logging.ERROR)
        self.messages = []

    def emit(self, record):
        self.messages.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def logged_errors():
    """Messages logged at ERROR or above; one that is left at the end fails the test. Expect one by `pop()`."""
    collector = ErrorCollector()
    logging.getLogger().addHandler(collector)
    yield collector.messages
    logging.getLogger().removeHandler(collector)
    if collector.messages:
        pytest.fail("Logged as errors: " + "; ".join(collector.messages))


class MissingVariable(str):
    """Stands for a variable that a template names and nobody gave.

    Django asks whether it is empty before it uses it. In a template of ours that question fails the test; other
    people's templates rely on missing variables, and get their empty string. `{% if missing %}` does not come here.
    """

    __slots__ = ()

    def __bool__(self):
        template = template_being_rendered()
        if is_ours(template):
            pytest.fail(f"{template} shows a variable that its view did not give.")
        return False


def template_being_rendered():
    """Path of the innermost template on the stack."""
    frame = inspect.currentframe()
    while frame:
        if frame.f_code.co_name == "render_annotated":
            return str(getattr(frame.f_locals["self"], "origin", ""))
        frame = frame.f_back
    return ""


def is_ours(template):
    return template.startswith(str(settings.BASE_DIR)) and "site-packages" not in template


@pytest.fixture(autouse=True, scope="session")
def unknown_template_variables_fail():
    engines["django"].engine.string_if_invalid = MissingVariable()
