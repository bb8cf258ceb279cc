"""The garden itself: nouns, the growth model, the guards and the deeds.

Imports the standard library alone, reads no clock and no file, takes the day as an argument and answers with
values, never with prose. Start at `garden.py` (what there is), then `deeds` (what can be done), then `growth.py`
(why it grows).
"""
