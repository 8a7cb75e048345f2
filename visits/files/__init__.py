"""Files from elsewhere, read into rows."""
