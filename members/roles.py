"""Built-in roles. Levels: NCB tool-kit 2009, Appendix 1, and the service's own list; offices: Children Act 2004,
sections 18 and 19.
"""

from members.models.role import Level

ADMINISTRATOR = "administrator"
CHECKS_OFFICER = "checks-officer"
CHIEF_EXECUTIVE = "chief-executive"
COMMITTEE_MEMBER = "committee-member"
COUNCILLOR = "councillor"
DCS = "director-of-childrens-services"
DEMOCRATIC_SERVICES_OFFICER = "democratic-services-officer"
LEAD_MEMBER = "lead-member"
PARTICIPATION_OFFICER = "participation-officer"
PERFORMANCE_OFFICER = "performance-officer"
VISITING_COUNCILLOR = "visiting-councillor"

# The law names one person for each: an empty chair is an alert, and so is one person on both.
OFFICES = [LEAD_MEMBER, DCS]

BUILT_IN = {
    LEAD_MEMBER: ("Lead Member for Children's Services", Level.SPECIALIST),
    DCS: ("Director of Children's Services", Level.SPECIALIST),
    CHIEF_EXECUTIVE: ("Chief executive", Level.SPECIALIST),
    "council-leader": ("Leader of the council", Level.SPECIALIST),
    "social-work-lead": ("Social-work lead", Level.SPECIALIST),
    "virtual-school-head": ("Virtual school head", Level.SPECIALIST),
    "designated-nurse": ("Designated nurse for children in care", Level.SPECIALIST),
    "designated-doctor": ("Designated doctor for children in care", Level.SPECIALIST),
    "named-nurse": ("Named nurse", Level.SPECIALIST),
    "named-doctor": ("Named doctor", Level.SPECIALIST),
    "independent-reviewing-officer": ("Independent reviewing officer", Level.SPECIALIST),
    COMMITTEE_MEMBER: ("Member of the corporate parenting body", Level.TARGETED),
    VISITING_COUNCILLOR: ("Councillor on the visit rota", Level.TARGETED),
    "independent-visitor": ("Independent visitor of homes (regulation 44)", Level.TARGETED),
    "scrutiny-member": ("Member of children's scrutiny", Level.TARGETED),
    "panel-member": ("Member of the fostering or adoption panel", Level.TARGETED),
    "childrens-services-manager": ("Children's services manager", Level.TARGETED),
    "home-manager": ("Registered manager of a home", Level.TARGETED),
    "responsible-individual": ("Responsible individual for homes", Level.TARGETED),
    COUNCILLOR: ("Councillor", Level.UNIVERSAL),
    "cabinet-member": ("Member of the cabinet", Level.UNIVERSAL),
    "manager": ("Manager", Level.UNIVERSAL),
    "staff": ("Member of staff, by invitation", Level.UNIVERSAL),
    "partner-governor": ("Governor of a partner agency", Level.UNIVERSAL),
    PERFORMANCE_OFFICER: ("Performance officer", Level.OFFICER),
    DEMOCRATIC_SERVICES_OFFICER: ("Democratic services officer", Level.OFFICER),
    PARTICIPATION_OFFICER: ("Participation officer", Level.OFFICER),
    CHECKS_OFFICER: ("Safeguarding checks officer", Level.OFFICER),
    ADMINISTRATOR: ("Administrator", Level.OFFICER),
}

# Roles held in a body: an appointment to one of them names the body and the place in it.
IN_A_BODY = {COMMITTEE_MEMBER, "cabinet-member", "scrutiny-member", "panel-member", "partner-governor"}
