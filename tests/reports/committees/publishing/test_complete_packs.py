"""After a supplement one file folds all that was published, and a page cited as 47 is still 47 in it."""

import pytest
from django.core.management import call_command

from reports.committees import services
from reports.committees.models import AgendaPack, Paper
from tests.plugins.people import PersonsClient
from tests.reports.committees.publishing.agendas import AT, SECRET, add, publish, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def supplemented(agenda, clerk):
    first = publish(agenda, clerk)
    add(agenda.items.get(number=1), "Figures that came late", clerk)
    return first, publish(agenda, clerk, because="Figures of the autumn.")


def pages_of(pack):
    return [" ".join(page.split()) for page in text_of(pack).split("\f")[:-1]]


@pytest.mark.parametrize("audience", ["public", "exempt"])
def test_every_page_says_what_it_said_in_its_part(agenda, clerk, audience):
    parts = [one.packs.get(audience=audience, extent="part") for one in supplemented(agenda, clerk)]
    complete = AgendaPack.objects.get(audience=audience, extent="complete")
    assert pages_of(complete) == [page for part in parts for page in pages_of(part)]
    assert (complete.first_page, complete.pages) == (1, sum(part.pages for part in parts))
    assert complete.contents == [row for part in parts for row in part.contents]
    assert (SECRET in text_of(complete)) == (audience == "exempt")


def test_a_first_agenda_is_complete_by_itself(agenda, clerk):
    publish(agenda, clerk)
    assert not AgendaPack.objects.filter(extent="complete").exists()


def test_what_was_to_follow_is_still_said_to_follow_on_the_page_that_said_it(agenda, clerk):
    item, due = agenda.items.get(number=1), AT.replace(day=24)
    late = services.add_paper(item=item, restriction={"access": "open", "title": "Budget"}, due_at=due, by=clerk, at=AT)
    first, _ = supplemented(agenda, clerk)
    assert "Budget: to follow by" in text_of(first.packs.get(audience="public"))
    complete = AgendaPack.objects.get(audience="public", extent="complete")
    assert pages_of(complete)[0] == pages_of(first.packs.get(audience="public"))[0]
    assert not Paper.objects.get(pk=late.pk).is_published


def test_what_is_closed_by_now_is_not_bound_for_the_public_again(agenda, clerk):
    publish(agenda, clerk)
    report = Paper.objects.get(title="Report of the virtual school")
    exempt = {"access": "exempt", "public_title": "Report", "paragraphs": [1], "interest": "Of somebody."}
    exempt["review_on"] = agenda.items.get(number=2).review_on
    services.close_paper(paper=report, restriction=exempt, version=report.version, by=clerk, at=AT)
    add(agenda.items.get(number=1), "Figures that came late", clerk)
    publication = publish(agenda, clerk, because="Figures.")
    assert [one.audience for one in publication.packs.filter(extent="complete")] == ["exempt"]


def test_meetings_page_leads_with_the_newest_complete_pack(agenda, clerk, client, capsys):
    supplemented(agenda, clerk)
    add(agenda.items.get(number=1), "More figures", clerk)
    newest = publish(agenda, clerk, because="More.").packs.get(audience="public", extent="complete")
    agenda.refresh_from_db()
    page = client.get(agenda.get_absolute_url()).content.decode()
    assert page.count("Complete pack so far") == 1
    assert page.index("Complete pack so far") < page.index(">Agenda</a>") < page.index("Supplement 1")
    assert str(newest.public_id) in page
    exempt = AgendaPack.objects.get(publication=newest.publication, audience="exempt", extent="complete")
    copy = PersonsClient(clerk).get(f"/agenda-packs/{exempt.public_id}/pdf/").content
    assert copy.startswith(exempt.file.path.read_bytes())
    assert len(copy) > exempt.size
    call_command("verify_pack", str(exempt.file.path))
    assert "Complete pack so far" in capsys.readouterr().out
