"""What tests of the pages about packs share."""

from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.packs.models import Edition
from tests.factories.packs import EditionFactory, LeafFactory, publish

CANNOT_BUILD = "Only a performance officer, the administrator"
HTML = "<h1>Would this be good enough for my own child?</h1>"


def html(response, status=200):
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def address(thing, verb=""):
    folder = "editions/" if isinstance(thing, Edition) else ""
    return f"/packs/{folder}{thing.public_id}/{verb}"


def edition(*, is_published=False, **fields):
    """An edition of two pages, with a file."""
    made = EditionFactory(**({"pack__area__name": "Larchford"} if "pack" not in fields else {}) | fields)
    LeafFactory(edition=made, number=1, slug="on-one-page", title="What you need to know", html=HTML)
    LeafFactory(edition=made, number=2, slug="health", title="Health", html=HTML)
    return publish(made) if is_published else made


@contextmanager
def queries(most):
    with CaptureQueriesContext(connection) as asked:
        yield
    assert len(asked) <= most, "\n".join(query["sql"][:200] for query in asked)
