"""manage.py appoint: what a rule refuses is said in a sentence, and nobody is left half added."""

import pytest
from django.core.management import CommandError, call_command

from members.models import Person
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        ("lead-member", "Amina is not appointed. Ruth Bell is Lead Member for Children's Services from 10 May 2021."),
        ("panel-member", "Amina is not appointed. Choose the body."),
    ],
)
def test_appoint_where_a_rule_refuses(role, sentence):
    AppointmentFactory(person__name="Ruth Bell", role__slug="lead-member")
    with pytest.raises(CommandError) as refusal:
        call_command("appoint", "amina@larchford.example", "--name=Amina", f"--role={role}")
    assert str(refusal.value).startswith(sentence)
    assert not Person.objects.filter(name="Amina").exists()
