"""Types of event this app writes."""

PACK_ASKED_FOR = "pack-asked-for"
PACK_FROZEN = "pack-frozen"
PACK_BUILT = "pack-built"
PACK_STOPPED = "pack-stopped"
EDITION_PUBLISHED = "edition-published"
