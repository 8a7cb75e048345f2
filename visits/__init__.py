"""What members saw when they went to look: homes, visits and points. A room that is named and not furnished yet.

It stands here so that the floors are drawn as they will be: pledges lie to its left, packs to its right.
"""
