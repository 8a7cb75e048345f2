"""An offer, new or as it is to become."""

from crispy_forms_gds.layout import Field, Fixed
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from corpparent.identifiers.forms import REASON, NamesExplained
from members.forms.deeds import DeedForm
from members.models import Body, Role
from pledges import services
from pledges.models import Offer

OLDEST = 99
PHONE = r"^\+?[0-9][0-9 ]{2,28}$"


def words(label: str, most: int, required: str, *, hint: str = "", is_long: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        widget=forms.Textarea if is_long else forms.TextInput,
        validators=[validate_no_identifiers],
        error_messages={"required": required, "max_length": f"Keep it to {most:,} characters."},
    )


def age(label: str) -> forms.IntegerField:
    said = f"Enter a whole number from 0 to {OLDEST}."
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=OLDEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), said),
    )


class OfferForm(NamesExplained, DeedForm):
    """What is wrong is said at its field; the words are for young people, so they are short."""

    title = words("What you can have", 100, "Say what one can have.", hint="Like: A first flat, with somebody to help.")
    need = forms.ChoiceField(
        label="What it helps with",
        choices=[("", "Choose one"), *Offer.Need.choices],
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose what it helps with."),
    )
    from_age = age("From what age")
    to_age = age("Up to what age")
    for_whom = words("For whom", 200, "Say for whom it is.", hint="Like: Care leavers from 18 to 25.")
    what = words("What it is", 1000, "Say what it is.", hint="Two or three short sentences.", is_long=True)
    how = words(
        "How to get it",
        1000,
        "Say how to get it.",
        hint="The first thing to do. The number has its own box.",
        is_long=True,
    )
    run_by = words("Who runs it", 120, "Say who runs it.", hint="A service or a team, nobody’s name.")
    phone = forms.RegexField(
        PHONE,
        label="Number of the service",
        required=False,
        max_length=30,
        error_messages={"invalid": "Enter a telephone number, like 01632 960210."},
    )
    email = forms.EmailField(
        label="E-mail of the service",
        required=False,
        error_messages={"invalid": "Enter an e-mail address, like homes@example.org."},
    )
    link = forms.URLField(
        label="Page of the service",
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        error_messages={"invalid": "Enter the address of a page, like https://example.org/homes."},
    )
    partner = forms.ModelChoiceField(
        queryset=Body.objects.none(),
        to_field_name="slug",
        required=False,
        label="Partner it comes from",
        empty_label="The council",
        error_messages={"invalid_choice": "Choose a partner from the list."},
    )
    owner_role = forms.ModelChoiceField(
        queryset=Role.objects.order_by("name"),
        to_field_name="slug",
        required=False,
        label="Who confirms it",
        help_text="Whoever holds this role is asked, every few months, whether it is still so.",
        empty_label="The participation officer",
        error_messages={"invalid_choice": "Choose a role from the list."},
    )
    is_for_leavers = forms.BooleanField(
        required=False, initial=True, label="It belongs to the local offer for care leavers, which everybody can read"
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, offer: Offer | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer = offer
        self.fields["partner"].queryset = Body.objects.current(timezone.localdate()).filter(kind="partner")
        self.helper = self.layout_of(
            "Keep these changes" if offer else "Keep this offer",
            Field.text("title"),
            Field.select("need"),
            Field.text("from_age", field_width=Fixed.THREE),
            Field.text("to_age", field_width=Fixed.THREE),
            Field.text("for_whom"),
            Field.textarea("what", rows=4),
            Field.textarea("how", rows=4),
            *(Field.text(name) for name in ("run_by", "phone", "email", "link")),
            Field.select("partner"),
            Field.select("owner_role"),
            Field.checkbox("is_for_leavers"),
            "version",
        )

    def clean_link(self) -> str:
        link = self.cleaned_data["link"]
        if link and not link.startswith(("https://", "http://")):
            raise forms.ValidationError("Enter the address of a page, like https://example.org/homes.")
        return link

    def save(self, *, by) -> Offer | None:
        given = dict(self.cleaned_data)
        version, at = given.pop("version") or 0, timezone.now()
        offer = self.offer
        if offer is None:
            return self.do(lambda: services.add_offer(by=by, at=at, **given))
        return self.do(lambda: services.change_offer(offer=offer, version=version, by=by, at=at, **given))


def shown(offer: Offer) -> dict[str, object]:
    """What the form begins with when `offer` is changed."""
    return {name: getattr(offer, name) for name in OfferForm.base_fields if name not in ("partner", "owner_role")} | {
        REASON: offer.names_explained,
        "partner": offer.partner.slug if offer.partner else "",
        "owner_role": offer.owner_role.slug if offer.owner_role else "",
    }
