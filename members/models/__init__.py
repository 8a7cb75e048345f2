from members.models.appointment import Appointment
from members.models.body import Body, TermsOfReference
from members.models.check import Check
from members.models.council import Council
from members.models.duty import Duty, EvidenceFile
from members.models.feed import MemberImport
from members.models.invitation import Invitation
from members.models.learning import Acknowledgement, Attendance, Course, LearningSession, Reading
from members.models.person import Person
from members.models.role import Level, Role
from members.models.vocabulary import ClosedDay, Vocabulary

__all__ = [
    "Acknowledgement",
    "Appointment",
    "Attendance",
    "Body",
    "Check",
    "ClosedDay",
    "Council",
    "Course",
    "Duty",
    "EvidenceFile",
    "Invitation",
    "LearningSession",
    "Level",
    "MemberImport",
    "Person",
    "Reading",
    "Role",
    "TermsOfReference",
    "Vocabulary",
]
