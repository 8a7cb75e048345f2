import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from members.getting_in.passwords import VariedPasswordValidator
from tests.factories.members import PersonFactory


@pytest.mark.parametrize(
    "password",
    ["aaaaaaaaaaaa", "abababababab", "passwordpassword", "123456789012", "qwertyuiopasd", "LKJHGFDSAPOIUYTREWQ"],
)
def test_password_that_is_long_and_plain_is_refused(password):
    with pytest.raises(ValidationError) as refusal:
        validate_password(password)
    assert VariedPasswordValidator().get_help_text() in refusal.value.messages


def test_password_like_the_persons_own_name_is_refused():
    with pytest.raises(ValidationError):
        validate_password(
            "amina.yusuf1", PersonFactory.build(name="Amina Yusuf", email="amina.yusuf1@larchford.example")
        )


@pytest.mark.parametrize("password", ["three quiet geese", "correct-horse-battery", "Zeitgeist & marmalade"])
def test_password_of_words_that_do_not_belong_together(password):
    assert validate_password(password) is None
