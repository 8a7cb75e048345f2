"""What this app decides, a module a subject."""
