"""Long passwords that are easy to guess all the same: one letter twelve times, a word written twice, the alphabet."""

from django.core.exceptions import ValidationError

LEAST_DIFFERENT = 5
KEYBOARD = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm")


class VariedPasswordValidator:
    """Refuses what repeats itself or runs along the keyboard. Source: NCSC guidance on password deny-lists."""

    def validate(self, password: str, user: object = None) -> None:
        plain = password.lower()
        if len(set(plain)) < LEAST_DIFFERENT or is_repeated(plain) or is_a_run(plain):
            raise ValidationError(self.get_help_text(), code="password_too_plain")

    def get_help_text(self) -> str:
        return "Choose words that do not belong together: this password repeats itself or runs along the keyboard."


def is_repeated(text: str) -> bool:
    """Whether `text` is one piece written again and again: "passwordpassword"."""
    return text in (text + text)[1:-1]


def is_a_run(text: str) -> bool:
    """Whether `text` runs along the alphabet, the digits or a keyboard, in either direction."""
    return any(text in row or text[::-1] in row for row in KEYBOARD)
