from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Event, Job
from corpparent.rules import NotAllowed
from members import services
from members.models import Invitation
from members.services.getting_in import secret_of
from tests.factories.members import PASSWORD, AppointmentFactory, PersonFactory
from tests.members.getting_in.conftest import NONSENSE, options_of, sign_in_by_passkey

pytestmark = pytest.mark.django_db

WELCOME = "/invitations/"
ENDED = "This link does not work any more"


def types():
    return list(Event.objects.order_by("pk").values_list("type", flat=True))


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def invitation(newcomer, now):
    return services.invite(person=newcomer, by=None, at=now - timedelta(minutes=2))


def open_link(client, invitation):
    return client.get(f"/invitations/{secret_of(invitation.public_id)}/", follow=True)


def choose(client, password=PASSWORD):
    return client.post(WELCOME, {"password1": password, "password2": password})


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_invite_keeps_only_a_hash_and_asks_for_one_mail(invitation):
    secret = secret_of(invitation.public_id)
    assert invitation.secret_hash == Invitation.hash_of(secret)
    assert invitation.secret_hash != secret
    assert list(Job.objects.values_list("kind", "subject_id")) == [("send-invitation", invitation.public_id)]
    assert types() == ["person-invited"]


def test_invitation_mail_says_only_that_an_account_waits(invitation, newcomer):
    jobs.work()
    [message] = mail.outbox
    assert (message.subject, message.to) == ("An account waits for you", [newcomer.email])
    assert f"http://localhost:8000/invitations/{secret_of(invitation.public_id)}/" in message.body
    assert newcomer.name not in message.body + message.subject


def test_invitation_that_was_withdrawn_meanwhile_is_not_sent(invitation, newcomer, now):
    newer = services.invite(person=newcomer, by=None, at=now)
    jobs.work()
    [message] = mail.outbox
    assert secret_of(newer.public_id) in message.body


def test_invite_twice_at_once_is_done_once(invitation, newcomer, now):
    assert services.invite(person=newcomer, by=None, at=now - timedelta(seconds=115)) == invitation
    assert types() == ["person-invited"]


def test_invite_again_ends_the_one_before(client, invitation, newcomer, now):
    services.invite(person=newcomer, by=None, at=now)
    assert ENDED in open_link(client, invitation).content.decode()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"email": ""}, "There is no e-mail address to send an invitation to. Enter one first."),
        ({"is_active": False}, "This account is closed. Open it first, then send the invitation."),
    ],
)
def test_invite_needs_an_open_account_with_an_address(now, fields, reason):
    with pytest.raises(NotAllowed, match=reason):
        services.invite(person=PersonFactory(**fields), by=None, at=now)


def test_invite_is_for_the_administrator(newcomer, now):
    with pytest.raises(NotAllowed, match=r"Only the council's administrator can invite people\."):
        services.invite(person=newcomer, by=AppointmentFactory().person, at=now)


def test_send_verb(administrator, newcomer):
    response = administrator.post(f"/people/{newcomer.public_id}/invite/")
    assert response.url == f"/people/{newcomer.public_id}/"
    assert newcomer.invitations.get().sent_by == administrator.person


def test_send_verb_is_refused_to_others(councillor, newcomer):
    response = councillor.post(f"/people/{newcomer.public_id}/invite/")
    assert response.status_code == 403
    assert not newcomer.invitations.exists()


def test_link_takes_its_secret_out_of_the_address(client, invitation):
    page = open_link(client, invitation)
    assert page.redirect_chain == [(WELCOME, 302)]
    assert "Welcome" in page.content.decode()
    assert secret_of(invitation.public_id) not in page.content.decode()


def test_looking_uses_nothing_up(client, invitation):
    for _ in range(3):
        assert "Welcome" in open_link(client, invitation).content.decode()
    invitation.refresh_from_db()
    assert invitation.used_at is None


def test_come_in_with_a_password(client, invitation, newcomer):
    open_link(client, invitation)
    assert choose(client).url == "/"
    newcomer.refresh_from_db()
    assert newcomer.check_password(PASSWORD)
    assert is_signed_in(client)
    assert types() == ["person-invited", "invitation-accepted"]


def test_come_in_with_a_poor_password_says_why_and_leaves_the_link(client, invitation):
    open_link(client, invitation)
    assert "at least 12 characters" in choose(client, "short").content.decode()
    assert not is_signed_in(client)
    assert choose(client).status_code == 302


def test_come_in_with_a_passkey_and_again(client, invitation, newcomer, device):
    page = open_link(client, invitation).content.decode()
    assert client.post(WELCOME, {"credential": device.make(options_of(page))}).url == "/"
    assert is_signed_in(client)
    assert client.get("/").status_code == 200
    client.post("/account/sign-out/")
    assert not is_signed_in(client)
    assert sign_in_by_passkey(client, device).url == "/"
    assert client.session["_auth_user_id"] == str(newcomer.pk)


def test_come_in_with_another_requests_passkey(client, invitation, device):
    stale = options_of(open_link(client, invitation).content.decode())
    open_link(client, invitation)
    page = client.post(WELCOME, {"credential": device.make(stale)}).content.decode()
    assert "The passkey could not be kept." in page
    assert not is_signed_in(client)


@pytest.mark.parametrize("credential", NONSENSE)
def test_come_in_with_nonsense(client, invitation, credential):
    open_link(client, invitation)
    assert client.post(WELCOME, {"credential": credential}).status_code == 200
    assert not is_signed_in(client)


def test_link_works_once(client, invitation):
    open_link(client, invitation)
    choose(client)
    client.post("/account/sign-out/")
    assert ENDED in open_link(client, invitation).content.decode()


def test_link_lasts_seven_days(client, invitation):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert ENDED in open_link(client, invitation).content.decode()


def test_used_run_out_and_unknown_look_the_same(client, invitation):
    unknown = client.get("/invitations/0000/", follow=True).content
    Invitation.objects.update(used_at=timezone.now())
    assert open_link(client, invitation).content == unknown
    assert client.get(WELCOME).content == unknown


def test_accept_after_it_ended(invitation, now):
    Invitation.objects.update(used_at=now)
    with pytest.raises(NotAllowed, match=r"This link does not work any more\."):
        services.accept_invitation(invitation=invitation, password=PASSWORD, at=now)


def test_coming_in_ends_the_sign_in_of_whoever_was_here(councillor, invitation, newcomer):
    councillor.defaults["HTTP_HOST"] = "localhost:8000"
    open_link(councillor, invitation)
    choose(councillor)
    assert councillor.session["_auth_user_id"] == str(newcomer.pk)


def test_link_of_a_closed_account(client, invitation, newcomer):
    newcomer.is_active = False
    newcomer.save()
    assert ENDED in open_link(client, invitation).content.decode()


def test_somebody_who_was_here_before_hears_of_the_new_way_in(client, invitation, newcomer, now, device):
    newcomer.last_login = now
    newcomer.save()
    page = open_link(client, invitation).content.decode()
    client.post(WELCOME, {"credential": device.make(options_of(page))})
    jobs.work()
    assert [message.subject for message in mail.outbox] == ["A passkey was added"]


def test_newcomer_hears_of_nothing(client, invitation):
    open_link(client, invitation)
    choose(client)
    jobs.work()
    assert mail.outbox == []
