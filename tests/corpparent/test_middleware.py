import pytest
from django.db import OperationalError, connection

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}


def answer_to(client, path):
    client.raise_request_exception = False
    return client.get(path)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status"), [("/help/", 200), ("/no-such-page/", 404), ("/account/sign-out/", 302), ("/health/", 200)]
)
def test_headers_are_on_every_answer(client, path, status):
    response = answer_to(client, path)
    assert response.status_code == status
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.django_db
def test_csp_lets_nothing_in_from_elsewhere_and_nothing_inline(client):
    policy = client.get("/help/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.django_db
def test_csp_nonce_is_new_each_time(client, council):
    council.pine = "#102030"
    council.save()
    policies = {client.get("/help/").headers["Content-Security-Policy"] for _ in range(2)}
    assert len(policies) == 2
    assert all("'nonce-" in policy for policy in policies)


@pytest.mark.django_db
def test_health_is_one_query_and_no_cookie(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/health/")
    assert (response.status_code, response.content) == (200, b"ok")
    assert not response.cookies


@pytest.mark.django_db
def test_health_without_a_database(client, logged_errors):
    def refuse(execute, sql, params, many, context):
        raise OperationalError("the server is gone")

    client.raise_request_exception = False
    with connection.execute_wrapper(refuse):
        response = client.get("/health/")
    assert response.status_code == 503
    assert response.content == b"The database does not answer."
    assert logged_errors.pop() == "django.request: Service Unavailable: /health/"


@pytest.mark.django_db
def test_health_is_not_sent_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/health/").status_code == 200
    assert client.get("/help/").status_code == 301


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["evil.example", "localhost@evil.example"])
def test_foreign_host_name_is_a_plain_400(client, host, logged_errors):
    response = client.get("/help/", headers={"host": host})
    assert response.status_code == 400
    assert "We could not read that request" in response.content.decode()
    assert "Invalid HTTP_HOST header" in logged_errors.pop()
