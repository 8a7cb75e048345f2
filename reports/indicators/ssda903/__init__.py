"""The statutory return on children looked after (SSDA903): bytes in, aggregates out. No query, no file, no log line.

The return holds one row a child. Nothing that leaves this package names one: a problem says file, row, column and
reason, never what stood in the cell.
"""
