"""The season: how conversations became interviews and offers, counted truthfully and with the uncertainty shown.

Knows the garden and the family tree of introductions, nothing above. Start at `counting.py` (conversations, the range,
what a season came to), which is all that the first paint needs; the others are imported by their own names:
`weeks.py` (counts of every week), `forecast.py` (weeks to the next interview at the present pace), `stages.py` (time in
each bed, what withered and why), `bearing.py` (introductions offered against requested, sources that bear),
`ending.py` (when ending the season is proposed).
"""

from gardener.domain.season.counting import (
    ANSWERED_WITHIN,
    COLD_PRIOR,
    PRIOR,
    Range,
    SeasonCount,
    compared,
    conversations,
    conversations_per_interview,
    count,
    per_one,
    span,
)

__all__ = [
    "ANSWERED_WITHIN",
    "COLD_PRIOR",
    "PRIOR",
    "Range",
    "SeasonCount",
    "compared",
    "conversations",
    "conversations_per_interview",
    "count",
    "per_one",
    "span",
]
