"""Types of event this app writes."""

FILE_UPLOADED = "file-uploaded"
FILE_CONFIRMED = "file-confirmed"
FILE_DROPPED = "file-dropped"
FILE_REFUSED = "file-refused"
FILE_TAKEN_IN = "file-taken-in"
