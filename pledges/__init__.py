"""What the council promised: pledges, promises and how they are kept. A room that is named and not furnished yet.

It stands here so that the floors are drawn as they will be: figures lie to its left, visits to its right.
"""
