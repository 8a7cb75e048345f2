from django.core.exceptions import PermissionDenied

from corpparent.rules import NotAllowed, why_not


def check_even(number):
    if number % 2:
        raise NotAllowed(f"{number} is not even.")


def test_why_not_is_empty_when_allowed():
    assert why_not(check_even, 2) == ""


def test_why_not_is_the_reason():
    assert why_not(check_even, 3) == "3 is not even."


def test_not_allowed_is_a_403_for_django():
    assert issubclass(NotAllowed, PermissionDenied)
