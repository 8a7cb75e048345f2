from members.views.duties import DutyList, DutyUpdate
from members.views.evidence import (
    EvidenceCreate,
    EvidenceCsv,
    EvidenceDetail,
    EvidenceList,
    EvidencePdf,
    EvidenceProgress,
    evidence_make,
)
from members.views.matrix import DutyMatrix, DutyTable
from members.views.site import Accessibility, Cookies, Help, Home, Privacy
from members.views.statements import StatementDetail, StatementPdf, statement_sign

__all__ = [
    "Accessibility",
    "Cookies",
    "DutyList",
    "DutyMatrix",
    "DutyTable",
    "DutyUpdate",
    "EvidenceCreate",
    "EvidenceCsv",
    "EvidenceDetail",
    "EvidenceList",
    "EvidencePdf",
    "EvidenceProgress",
    "Help",
    "Home",
    "Privacy",
    "StatementDetail",
    "StatementPdf",
    "evidence_make",
    "statement_sign",
]
