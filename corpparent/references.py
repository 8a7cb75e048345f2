"""The one small value by which Event, Job, Action and Notice point at anything."""

from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import models

# kind -> model, as strings: the project names its apps and imports none of them.
KINDS = {
    "person": "members.Person",
    "council": "members.Council",
    "appointment": "members.Appointment",
    "body": "members.Body",
    "terms-of-reference": "members.TermsOfReference",
    "duty": "members.Duty",
    "evidence-file": "members.EvidenceFile",
    "course": "members.Course",
    "learning-session": "members.LearningSession",
    "attendance": "members.Attendance",
    "reading": "members.Reading",
    "check": "members.Check",
    "invitation": "members.Invitation",
    "member-import": "members.MemberImport",
    "retention-period": "corpparent.RetentionPeriod",
    "legal-hold": "corpparent.LegalHold",
    "import": "indicators.Import",
    "target": "indicators.Target",
    "commentary": "indicators.Commentary",
    "pledge": "pledges.Pledge",
    "promise": "pledges.Promise",
    "measure": "pledges.Measure",
    "commitment": "pledges.Commitment",
    "easy-read": "pledges.EasyRead",
    "drawing": "pledges.Drawing",
    "progress": "pledges.Progress",
    "voice": "pledges.Voice",
    "action": "pledges.Action",
    "shortfall": "pledges.Shortfall",
    "offer": "pledges.Offer",
    "pledge-settings": "pledges.PledgeSettings",
    "pledge-import": "pledges.PledgeImport",
    "home": "visits.Home",
    "inspection": "visits.Inspection",
    "independent-visit": "visits.IndependentVisit",
    "care-review": "visits.CareReview",
    "rota-slot": "visits.RotaSlot",
    "turn": "visits.Turn",
    "conflict": "visits.Conflict",
    "calendar-feed": "visits.CalendarFeed",
    "visit": "visits.Visit",
    "point": "visits.Point",
    "response": "visits.Response",
    "visit-settings": "visits.VisitSettings",
    "visit-summary": "visits.VisitSummary",
    "meeting": "committees.Meeting",
    "busy-day": "committees.BusyDay",
    "standing-item": "committees.StandingItem",
    "agenda-item": "committees.AgendaItem",
    "paper": "committees.Paper",
    "clearance": "committees.Clearance",
    "publication": "committees.Publication",
    "agenda-pack": "committees.AgendaPack",
    "meeting-attendance": "committees.Attendance",
    "interest": "committees.Interest",
    "minutes": "committees.Minutes",
    "minute": "committees.Minute",
    "decision": "committees.Decision",
    "question": "committees.Question",
    "forward-plan-entry": "committees.ForwardPlanEntry",
    "private-notice": "committees.PrivateNotice",
    "work-programme-item": "committees.WorkProgrammeItem",
    "implication": "committees.Implication",
    "plan": "committees.Plan",
    "committee-settings": "committees.CommitteeSettings",
    "pack": "packs.Pack",
    "edition": "packs.Edition",
}


@dataclass(frozen=True)
class Reference:
    """A thing of any kind: `kind` (a key of KINDS), its public id, and a label fit for its readers."""

    kind: str
    public_id: UUID
    label: str

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"“{self.kind}” is not a kind of thing the portal knows. Add it to corpparent.references.")

    def resolve(self) -> models.Model | None:
        """The row behind the reference, or None when it is gone. One query; permission is the caller's business."""
        manager = apps.get_model(KINDS[self.kind])._default_manager
        return manager.filter(public_id=self.public_id).first()
