"""Reading the files that governments publish: bytes in, rows and problems out. No query, no model."""
