"""Pledges, voices, actions and offers as they stand when somebody comes."""

from datetime import date

from django.utils.timezone import localdate

from tests.access.examples import example, of
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory, RoleFactory
from tests.factories.pledges import (
    NOW,
    ActionFactory,
    CommitmentFactory,
    DrawingFactory,
    EasyReadFactory,
    MeasureFactory,
    OfferFactory,
    PledgeFactory,
    PledgeImportFactory,
    PromiseFactory,
    ShortfallFactory,
    SignatureFactory,
    VoiceFactory,
)


@example("pledges:our-pledge-of", "pledges:our-pledge-easy", "pledges:our-pledge-partners")
def group_with_a_pledge():
    promise = PromiseFactory(pledge__live=True)
    return {"group": promise.pledge.group}


@example("pledges:promise-public", "pledges:drawing-create")
def public_promise():
    return of(PromiseFactory(pledge__live=True))


@example("pledges:easy-read-update", "pledges:easy-read-detail", "pledges:easy-read-publish")
def easy_words_to_publish():
    promise = PromiseFactory(pledge__live=True, easy_words="We celebrate with you.")
    return of(EasyReadFactory(pledge=promise.pledge).pledge)


@example("pledges:drawing-remove")
def drawing_of_a_promise():
    return of(DrawingFactory(promise__pledge__live=True).promise)


@example("pledges:drawing-picture")
def published_drawing():
    drawing = DrawingFactory(promise__pledge__live=True)
    drawing.file.path.write_bytes(b"")
    EasyReadFactory(pledge=drawing.promise.pledge, published_at=NOW)
    return of(drawing)


@example("pledges:promise-detail")
def promise():
    return of(PromiseFactory(pledge__live=True))


@example("pledges:progress-create")
def promise_to_speak_of():
    return promise() | {"voice": "officers"}


@example("pledges:commitment-progress")
def commitment_to_speak_of():
    return of(CommitmentFactory(pledge__live=True)) | {"voice": "officers"}


@example("pledges:voice-detail", "pledges:voice-update", "pledges:voice-look", "pledges:voice-publish")
def voice_heard():
    return of(VoiceFactory())


@example("pledges:voice-decide")
def voice_looked_at():
    return of(VoiceFactory(status="looked-at", looked_at_on=NOW.date()))


@example("pledges:voice-tell")
def voice_decided():
    decided = {"status": "changed", "is_changed": True, "outcome": "Passes run on.", "decided_on": localdate()}
    return of(VoiceFactory(**decided))


@example("pledges:challenge-create")
def body_to_be_challenged():
    BodyFactory()
    return {}


@example("pledges:voice-hide")
def voice_published():
    return of(VoiceFactory(is_public=True, published_at=NOW))


@example(
    "pledges:pledge-detail",
    "pledges:pledge-update",
    "pledges:pledge-consult",
    "pledges:promise-create",
    "pledges:commitment-create",
    "pledges:pledge-import-create",
)
def pledge_draft():
    BodyFactory(kind="partner", name="Larchford Health")
    return of(PromiseFactory(number=1, pledge__written_with="the children’s council").pledge)


@example("pledges:pledge-endorse")
def pledge_consulted():
    BodyFactory()
    return of(PledgeFactory(status="consulted", consulted_on=date(2026, 5, 1)))


@example("pledges:signature-create", "pledges:pledge-publish")
def pledge_endorsed():
    pledge = PledgeFactory(status="endorsed", consulted_on=date(2026, 5, 1), endorsed_on=date(2026, 6, 1))
    PromiseFactory(pledge=pledge, number=1, owner_role=RoleFactory())
    SignatureFactory(pledge=pledge)
    return of(pledge)


@example("pledges:pledge-review", "pledges:pledge-confirm", "pledges:pledge-retire", "pledges:pledge-renew")
def pledge_live():
    return of(PledgeFactory(live=True))


@example("pledges:promise-update", "pledges:promise-remove", "pledges:measure-create")
def promise_of_a_draft():
    return of(PromiseFactory(number=1))


@example("pledges:measure-remove")
def measure():
    return of(MeasureFactory(promise__number=1))


@example("pledges:commitment-end")
def commitment():
    return of(CommitmentFactory())


@example("pledges:pledge-import-detail", "pledges:pledge-import-take", "pledges:pledge-import-drop")
def table_of_promises():
    row = {"number": 1, "wording": "We listen.", "theme": "being-heard", "principle": 2, "role": "", "due_on": ""}
    row |= {"formal_wording": "", "linked_strategies": "", "expected_outcome": ""}
    return of(PledgeImportFactory(rows=[row]))


@example("pledges:local-offer-detail")
def offer_on_the_public_page():
    return {"slug": OfferFactory(public=True, confirmed_on=localdate()).slug}


@example("pledges:offer-detail", "pledges:offer-update", "pledges:offer-publish")
def offer_to_publish():
    return of(OfferFactory())


@example("pledges:offer-confirm", "pledges:offer-withdraw")
def offer_to_confirm():
    return of(OfferFactory(public=True))


@example("pledges:shortfall-detail", "pledges:shortfall-act", "pledges:shortfall-settle")
def shortfall_to_answer():
    return of(ShortfallFactory())


@example(
    "pledges:action-detail",
    "pledges:action-note",
    "pledges:action-evidence",
    "pledges:action-move",
    "pledges:action-give",
    "pledges:action-drop",
    "pledges:action-finish",
)
def action_under_way():
    return of(ActionFactory())


@example("pledges:action-check", "pledges:action-send-back")
def action_to_check():
    return of(ActionFactory(status="to-check", done_at=NOW))


@example("pledges:action-reopen")
def action_dropped():
    return of(ActionFactory(owner=AppointmentFactory().person, status="dropped", ended_at=NOW))


@example("pledges:action-tracker")
def body_with_actions():
    return {"body": BodyFactory().slug}


@example("pledges:action-download")
def form_of_a_download():
    return {"form": "csv"}
