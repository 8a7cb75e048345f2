import pytest
from crispy_forms.utils import render_crispy_form

from members.forms import ChangePasswordForm, NewPasswordForm, ReauthenticateForm, ResetPasswordForm, SignInForm
from members.models import Person

PERSON = Person(name="Amina Yusuf", email="amina@larchford.example")


def filled(form_class, data=None):
    takes_user = form_class in {ChangePasswordForm, NewPasswordForm, ReauthenticateForm}
    return form_class(data=data, **({"user": PERSON} if takes_user else {}))


EVERY_FORM = [SignInForm, ResetPasswordForm, NewPasswordForm, ChangePasswordForm, ReauthenticateForm]


@pytest.mark.parametrize("form_class", EVERY_FORM)
def test_no_form_hides_its_words_inside_boxes(form_class):
    assert "placeholder" not in render_crispy_form(filled(form_class))


@pytest.mark.parametrize("form_class", EVERY_FORM)
def test_every_field_tells_the_browser_what_it_is(form_class):
    widgets = [field.widget for field in filled(form_class).fields.values()]
    assert all(widget.attrs["autocomplete"] for widget in widgets)


def test_sign_in_left_empty_says_what_to_enter():
    form = filled(SignInForm, {})
    assert form.errors == {"login": ["Enter your e-mail address"], "password": ["Enter your password"]}


def test_sign_in_offers_no_remember_me():
    assert list(filled(SignInForm).fields) == ["login", "password"]


def test_new_password_left_empty_says_what_to_enter():
    form = filled(NewPasswordForm, {})
    assert form.errors == {"password1": ["Enter your new password"], "password2": ["Enter your new password again"]}


@pytest.mark.parametrize(
    ("form_class", "verb"),
    [
        (SignInForm, "Sign in"),
        (ResetPasswordForm, "Send me a link"),
        (NewPasswordForm, "Keep this password"),
        (ChangePasswordForm, "Change my password"),
        (ReauthenticateForm, "Go on"),
    ],
)
def test_every_form_has_one_button_with_its_verb(form_class, verb):
    html = render_crispy_form(filled(form_class))
    assert html.count("<button") == 1
    assert f">{verb}</button>" in html
