"""Version 1 of the template: frozen facts in, pages and paper out. Old packs keep naming the version that made them.

A later version is a new folder beside this one. This one changes only where it shows something untrue.
"""

VERSION = "v1"
