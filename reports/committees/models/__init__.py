from reports.committees.models.access import PARAGRAPHS, Access
from reports.committees.models.agenda import AgendaItem, ItemKind, Purpose, StandingItem
from reports.committees.models.attending import Attendance, Interest
from reports.committees.models.decision import Decision, Question
from reports.committees.models.implication import Implication, ImplicationReader, Plan
from reports.committees.models.meeting import BusyDay, Meeting
from reports.committees.models.minutes import Minute, MinuteChange, Minutes
from reports.committees.models.notice import ForwardPlanEntry, PrivateNotice
from reports.committees.models.paper import BackgroundPaper, Clearance, Paper, PaperText, WrittenPaper
from reports.committees.models.programme import WorkProgrammeItem
from reports.committees.models.publication import AgendaPack, Publication
from reports.committees.models.reading import Fetch, Note, ReadMark
from reports.committees.models.settings import CommitteeSettings

__all__ = [
    "PARAGRAPHS",
    "Access",
    "AgendaItem",
    "AgendaPack",
    "Attendance",
    "BackgroundPaper",
    "BusyDay",
    "Clearance",
    "CommitteeSettings",
    "Decision",
    "Fetch",
    "ForwardPlanEntry",
    "Implication",
    "ImplicationReader",
    "Interest",
    "ItemKind",
    "Meeting",
    "Minute",
    "MinuteChange",
    "Minutes",
    "Note",
    "Paper",
    "PaperText",
    "Plan",
    "PrivateNotice",
    "Publication",
    "Purpose",
    "Question",
    "ReadMark",
    "StandingItem",
    "WorkProgrammeItem",
    "WrittenPaper",
]
