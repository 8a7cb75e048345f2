import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from reports.indicators.forms import ImportForm


def form(kind="statistics", content=b"a,b\n1,2\n", **options):
    return ImportForm({"kind": kind}, {"file": SimpleUploadedFile("a.csv", content)}, **options)


def test_form_with_kind_and_file_is_good():
    assert form().is_valid()


@pytest.mark.parametrize(
    ("bad", "field", "sentence"),
    [
        ({"kind": ""}, "kind", "Choose what the file holds."),
        ({"kind": "zebra"}, "kind", "Choose what the file holds from the three kinds."),
        ({"refusal": "Too large."}, "file", "Too large."),
        (
            {"content": b""},
            "file",
            "This file is empty. Download it again from where it was published, then choose the new copy.",
        ),
    ],
)
def test_form_says_what_to_do(bad, field, sentence):
    assert form(**bad).errors == {field: [sentence]}


def test_form_says_how_much_may_come(settings):
    settings.UPLOAD_MAX_BYTES = 30 * 1024 * 1024
    assert form().fields["file"].help_text.startswith("Up to 30\xa0MB.")
