"""Who comes to an address: a stranger, somebody whose appointments have ended, and the holder of each role."""

from members.roles import (
    ADMINISTRATOR,
    BUILT_IN,
    CHECKS_OFFICER,
    CHIEF_EXECUTIVE,
    DCS,
    DEMOCRATIC_SERVICES_OFFICER,
    LEAD_MEMBER,
    PERFORMANCE_OFFICER,
)

STRANGER, FORMER = "stranger", "former"

MEMBERS = frozenset(BUILT_IN)
PARENTS = frozenset(slug for slug, (_, level) in BUILT_IN.items() if level)
SIGNED_IN = MEMBERS | {FORMER}
EVERYBODY = SIGNED_IN | {STRANGER}
NOBODY = frozenset()

ADMINISTRATORS = frozenset({ADMINISTRATOR})
KEEPERS = frozenset({ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER})
OVERSEERS = frozenset({LEAD_MEMBER, DCS, CHIEF_EXECUTIVE, DEMOCRATIC_SERVICES_OFFICER, ADMINISTRATOR})
CHECKS_OFFICERS = frozenset({CHECKS_OFFICER})
CHECKERS = frozenset({CHECKS_OFFICER, DCS})
CHAIRS = frozenset({LEAD_MEMBER, DCS})
IMPORTERS = frozenset({PERFORMANCE_OFFICER, ADMINISTRATOR})
BUILDERS = frozenset({PERFORMANCE_OFFICER, DCS, LEAD_MEMBER, ADMINISTRATOR})
