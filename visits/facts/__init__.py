"""What this app reads, a module a subject."""
