"""Our own set of line drawings for easy words: what each is called, and what it shows to those who do not see it.

The drawings stand in templates/pledges/public/symbols.html under the same names.
"""

SYMBOLS = {
    "home": "A house with an open door",
    "people": "Two people side by side",
    "friends": "Three friends together",
    "heart": "A heart",
    "ear": "An ear that listens",
    "book": "An open book",
    "bus": "A bus",
    "cake": "A birthday cake with candles",
    "key": "A key",
    "phone": "A phone",
    "coin": "Two coins",
    "tooth": "A healthy tooth",
    "star": "A star",
    "shield": "A shield",
    "map": "A map",
    "bag": "A bag for your own things",
}
