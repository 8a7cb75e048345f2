import uuid

import pytest
from django.apps import apps

from corpparent.references import KINDS, Reference
from tests.factories.members import PersonFactory


def test_reference_of_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="“child” is not a kind of thing the portal knows"):
        Reference("child", uuid.uuid4(), "")


@pytest.mark.django_db
def test_reference_resolves_to_its_row():
    person = PersonFactory()
    assert person.reference.resolve() == person


@pytest.mark.django_db
def test_reference_to_a_row_that_is_gone_is_none():
    assert Reference("person", uuid.uuid4(), "").resolve() is None


@pytest.mark.parametrize("model", KINDS.values())
def test_kinds_name_models_with_a_public_id(model):
    assert apps.get_model(model)._meta.get_field("public_id").unique
