"""Built-in roles. Levels: NCB tool-kit 2009, Appendix 1; offices: Children Act 2004, sections 18 and 19."""

from members.models.role import Level

ADMINISTRATOR = "administrator"
COUNCILLOR = "councillor"
DCS = "director-of-childrens-services"
LEAD_MEMBER = "lead-member"
PERFORMANCE_OFFICER = "performance-officer"

BUILT_IN = {
    LEAD_MEMBER: ("Lead Member for Children's Services", Level.SPECIALIST),
    DCS: ("Director of Children's Services", Level.SPECIALIST),
    "virtual-school-head": ("Virtual school head", Level.SPECIALIST),
    "designated-nurse": ("Designated nurse for children in care", Level.SPECIALIST),
    "committee-member": ("Member of the corporate parenting body", Level.TARGETED),
    "visiting-councillor": ("Councillor on the visit rota", Level.TARGETED),
    "childrens-services-manager": ("Children's services manager", Level.TARGETED),
    COUNCILLOR: ("Councillor", Level.UNIVERSAL),
    "manager": ("Manager", Level.UNIVERSAL),
    "partner-governor": ("Governor of a partner agency", Level.UNIVERSAL),
    PERFORMANCE_OFFICER: ("Performance officer", Level.OFFICER),
    "democratic-services-officer": ("Democratic services officer", Level.OFFICER),
    "participation-officer": ("Participation officer", Level.OFFICER),
    ADMINISTRATOR: ("Administrator", Level.OFFICER),
}
