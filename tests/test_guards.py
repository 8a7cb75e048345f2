"""The guards that stand over every test do bite."""

import logging
import socket

import pytest
from django.conf import settings
from django.template import Context, Origin, Template

Failed = pytest.fail.Exception


def render(text, path, **context):
    return Template(text, origin=Origin(str(path))).render(Context(context))


@pytest.mark.parametrize("text", ["{{ nobody }}", "{{ council.nothing }}", "{{ nobody|default:'—' }}"])
def test_unknown_variable_in_a_template_of_ours_fails(text):
    with pytest.raises(Failed, match=r"templates/page\.html shows a variable that its view did not give"):
        render(text, settings.BASE_DIR / "templates" / "page.html", council="Larchford")


def test_unknown_variable_in_an_if_is_false():
    text = "{% if nobody %}somebody{% else %}nobody{% endif %}"
    assert render(text, settings.BASE_DIR / "templates" / "page.html") == "nobody"


def test_unknown_variable_in_other_peoples_templates_is_empty():
    path = settings.BASE_DIR / ".venv/lib/site-packages/django/forms/page.html"
    assert render("[{{ nobody }}{{ nobody|default:'—' }}]", path) == "[—]"


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "larchford.example"])
def test_network_is_shut(host):
    with pytest.raises(Failed, match=f"A test tried to reach {host}: the network is shut"):
        socket.create_connection((host, 80), timeout=1)


def test_network_guard_lets_loopback_through():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_logged_errors_are_kept(logged_errors):
    logging.getLogger("corpparent.test").error("%s went wrong", "Something")
    assert logged_errors.pop() == "corpparent.test: Something went wrong"
