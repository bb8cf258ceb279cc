"""What it became with a contact, and who led to whom around them, as lines for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from gardener.cli import ids
from gardener.cli.output import table
from gardener.domain.garden import Garden
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity
from gardener.words import opportunities as words
from gardener.words.dates import short_day


def opportunities_of(garden: Garden, contact: str) -> list[Opportunity]:
    """The opportunities that are owed to a contact, oldest first."""
    own = (one for one in garden.opportunities.values() if contact in one.thanks_to)
    return sorted(own, key=lambda one: (one.created, one.id))


def introductions_of(garden: Garden, contact: str) -> list[Introduction]:
    """The introductions by which a contact led to somebody or was led to, newest first."""
    own = (one for one in garden.introductions.values() if contact in (one.by, one.to))
    return sorted(own, key=lambda one: (one.day, one.id), reverse=True)


def opportunity_lines(own: Iterable[Opportunity], garden: Garden, day: date) -> list[str]:
    """A line each, with the id as short as it can be typed."""
    short = ids.shortened(garden.opportunities)
    return table([(short[one.id], words.title(one), words.standing(one, day)) for one in own], indent=2)


def introduction_lines(
    own: Iterable[Introduction], garden: Garden, day: date, name_of: Callable[[str], str]
) -> list[str]:
    """A line each, with the id as short as it can be typed."""
    short = ids.shortened(garden.introductions)
    return table(
        [
            (short[one.id], short_day(one.day, today=day), *told(one, name_of(one.by), name_of(one.to)))
            for one in own
        ],
        indent=2,
    )


def told(one: Introduction, by: str, to: str) -> tuple[str, str]:
    """Who led to whom; and how it was, what became of it, who has said yes."""
    parts = [words.ORIGINS[one.origin].lower(), words.OUTCOMES[one.outcome].lower()]
    parts += ["thanked"] if one.thanked else []
    return words.path((by, to)), ", ".join([*parts, *words.yeses(one, by, to)])
