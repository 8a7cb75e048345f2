"""Whatever breaks while a return is read, no cell of it is said or kept anywhere."""

import pytest
from django.views.debug import ExceptionReporter

from reports.indicators import returns
from reports.indicators.files.problems import FileRefused
from reports.indicators.models import Import
from reports.indicators.returns import summing
from tests.factories.returns import CANARIES, UPN
from tests.reports.indicators.returning import PAGE, RETURN, html, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ours")]


class Boom(Exception):
    pass


def test_unforeseen_error_says_no_cell_anywhere(officer, monkeypatch, logged_errors, nothing_left):
    def breaks(files, year):
        held = files[0][1].decode()
        raise Boom(f"cannot read {held}")

    monkeypatch.setattr(summing, "read", breaks)
    page = html(send(officer))
    assert "The files could not be read, and nothing of them was kept." in page
    said = "reports.indicators.returns.summing: A statutory return could not be read: Boom in summing.py, line "
    assert logged_errors.pop().startswith(said)
    nothing_left(page)


def test_refusal_carries_no_context_with_cells(monkeypatch):
    def breaks(files, year):
        raise FileRefused("Row 3.") from Boom(UPN)

    monkeypatch.setattr(summing, "read", breaks)
    with pytest.raises(FileRefused, match="Row 3") as refused:
        returns.summed(RETURN, 2025)
    assert (refused.value.__cause__, refused.value.__context__) == (None, None)


def test_crash_after_reading_leaves_nothing_and_says_no_cell(officer, monkeypatch, logged_errors, nothing_left, rf):
    """The database goes away when the sums are to be kept: the error page, the log and the report hold no row."""

    def breaks(self, *args, **kwargs):
        raise Boom

    monkeypatch.setattr(Import, "save", breaks)
    officer.raise_request_exception = False
    answer = send(officer)
    assert answer.status_code == 500
    assert logged_errors == [f"django.request: Internal Server Error: {PAGE}"]
    logged_errors.clear()
    assert not Import.objects.exists()
    nothing_left(answer.content.decode())


def test_report_of_an_error_hides_local_variables(officer, monkeypatch, rf, logged_errors):
    """Django's report of an error, mailed or not, holds every local variable that is not marked as sensitive."""

    def breaks(self, *args, **kwargs):
        raise Boom

    monkeypatch.setattr(Import, "save", breaks)
    try:
        send(officer)
    except Boom as boom:
        report = ExceptionReporter(rf.get(PAGE), Boom, boom, since_our_view(boom.__traceback__))
        said = report.get_traceback_html() + report.get_traceback_text()
    logged_errors.clear()
    assert "preview_return" in said
    assert [canary for canary in CANARIES if canary in said] == []


def since_our_view(trace):
    """The steps of a traceback without those of the test and its client, which hold the files themselves."""
    while "corpparent/uploads" not in trace.tb_frame.f_code.co_filename:
        trace = trace.tb_next
    return trace
