"""Types of event this app writes."""
