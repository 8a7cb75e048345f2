"""Easy words of a pledge, all promises on one page, and a drawing for one of them."""

from crispy_forms_gds.layout import Field, Fieldset
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from corpparent.identifiers.forms import REASON, NamesExplained
from members.forms.deeds import DeedForm
from pledges import services
from pledges.models import EasyRead, Pledge, Promise
from pledges.rules.easy import EasyWords
from pledges.symbols import SYMBOLS

CHOICES = [("", "None yet"), *SYMBOLS.items()]
PARTS = ("words", "more", "symbol")


def sentence(label: str, help_text: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=120,
        required=False,
        validators=[validate_no_identifiers],
        error_messages={"max_length": "Keep it to 120 characters."},
    )


class EasyReadForm(NamesExplained, DeedForm):
    """`promises` in their order; what is empty may be written later."""

    title = forms.CharField(
        label="What it is called",
        help_text="Like: Our promises to you.",
        max_length=80,
        validators=[validate_no_identifiers],
        error_messages={"required": "Say what it is called.", "max_length": "Keep it to 80 characters."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, pledge: Pledge, promises: list[Promise], easy_read: EasyRead | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.pledge, self.promises = pledge, promises
        self.fields["title"].initial = easy_read.title if easy_read else "Our promises to you"
        self.fields["version"].initial = easy_read.version if easy_read else 0
        self.fields[REASON].initial = easy_read.names_explained if easy_read else ""
        for promise in promises:
            self.add_promise(promise)
        self.helper = self.layout_of("Keep these words", Field.text("title"), *map(self.box, promises), "version")

    def add_promise(self, promise: Promise) -> None:
        number = promise.number
        self.fields[f"words-{number}"] = sentence(
            "One short sentence", "At most 15 words. Like: We celebrate with you."
        )
        self.fields[f"more-{number}"] = sentence("One more, if it helps", "Like: Birthdays. Exams. Anything you like.")
        self.fields[f"symbol-{number}"] = forms.ChoiceField(
            label="Drawing beside it",
            choices=CHOICES,
            required=False,
            error_messages={"invalid_choice": "Choose one of the drawings in the list."},
        )
        said = (promise.easy_words, promise.easy_more, promise.symbol)
        for part, value in zip(PARTS, said, strict=True):
            self.fields[f"{part}-{number}"].initial = value

    def box(self, promise: Promise) -> Fieldset:
        number = promise.number
        fields = [Field.text(f"words-{number}"), Field.text(f"more-{number}"), Field.select(f"symbol-{number}")]
        return Fieldset(*fields, legend=str(promise), legend_size="m", css_class="app-form-part")

    def words_of(self, promise: Promise) -> EasyWords:
        return EasyWords(*(self.cleaned_data[f"{part}-{promise.number}"] for part in PARTS))

    def save(self, *, by) -> EasyRead | None:
        words = {promise: self.words_of(promise) for promise in self.promises}
        given = {name: self.cleaned_data[name] for name in ("title", "version", REASON)}
        return self.do(
            lambda: services.write_easy_read(pledge=self.pledge, words=words, by=by, at=timezone.now(), **given)
        )


class DrawingForm(NamesExplained, DeedForm):
    """What is wrong with the picture is said by the service."""

    drawing = forms.FileField(
        label="Drawing",
        help_text="A PNG picture of at most 4 MB. It is drawn anew, so that nothing but the picture is kept.",
        error_messages=dict.fromkeys(("required", "missing", "invalid"), "Choose the PNG picture of the drawing.")
        | {"empty": "This file is empty. Choose the PNG picture again."},
    )
    alternative = forms.CharField(
        label="What it shows, in words",
        help_text="For whoever does not see it. Like: a dog in front of a red house. Never who drew it.",
        max_length=120,
        validators=[validate_no_identifiers],
        error_messages={"required": "Say what the drawing shows.", "max_length": "Keep it to 120 characters."},
    )
    nobody_recognisable = forms.BooleanField(
        label="I have looked: no face, name, school, address or signature. Nobody can be recognised.",
        error_messages={"required": "Say that nobody can be recognised, or choose another drawing."},
    )

    def __init__(self, *args, promise: Promise, **kwargs):
        super().__init__(*args, **kwargs)
        self.promise = promise
        fields = [
            Field("drawing", css_class="app-file", context={}),
            Field.text("alternative"),
            Field.checkbox("nobody_recognisable"),
        ]
        self.helper = self.layout_of("Bring this drawing", *fields)

    def save(self, *, by):
        given = self.cleaned_data
        content = given["drawing"].read()
        return self.do(
            lambda: services.bring_drawing(
                promise=self.promise,
                content=content,
                alternative=given["alternative"],
                nobody_recognisable=given["nobody_recognisable"],
                names_explained=given[REASON],
                by=by,
                at=timezone.now(),
            )
        )
