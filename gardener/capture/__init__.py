"""A typed sentence, understood: text, names and a day in; who, what, when out. It alone knows libraries for dates in words.

May import `words`, `settings` and `domain`. Pure: no clock, no files; what is not said is not guessed, it is asked.
Start at `understanding.py`; `days`, `local_days` (other languages, by the `habits` of a region), `spans` and `names` find
dates, durations and people, `events` what happened (`event_patterns`: a table, made of pieces of `grammar`), `asides` what
else was said; `draft_check` looks over a message before it is sent.
"""
