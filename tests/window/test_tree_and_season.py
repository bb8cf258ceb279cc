"""The family tree and the season in the real window: along a branch by the arrows, a search begun by the mouse, undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.domain.introduction import Introduction
from gardener.session import Session
from tests.window.real_window import Display, until, window

DAY = date(2026, 11, 25)


def seasons(path: Path) -> list[str]:
    """The names of the seasons in the file, read by another process than the window's."""
    with Session.open(path) as session:
        return [season.name for season in session.garden.seasons.values()]


def led(path: Path) -> tuple[str, str]:
    """A garden in which somebody led to somebody; both ids."""
    with Session.open(path, create=True, on=DAY) as session:
        jane = Contact(id=session.new_id(), name="Jane Miller", created=DAY)
        gus = Contact(id=session.new_id(), name="Gus Jones", created=DAY)
        session.perform(lambda garden: deeds.add(garden, jane))
        one = Introduction(id=session.new_id(), by=jane.id, to=gus.id, day=DAY)
        session.perform(lambda garden: deeds.introduce(garden, one, today=DAY, new=gus))
    return jane.id, gus.id


def test_along_a_branch_and_a_search_begun(screen: Display, tmp_path: Path) -> None:
    path = tmp_path / "my.gardener"
    jane, gus = led(path)
    with window(screen, path, on=DAY.isoformat(), folder=tmp_path) as opened:
        opened.keys("ctrl+3")
        opened.wait(lambda look: look["focus"] == "tree", "the tree to have the keyboard")
        opened.keys("Down")
        opened.wait(lambda look: look["selected"] == jane, "the root of the branch to be selected")
        opened.keys("Right")
        opened.wait(lambda look: look["selected"] == gus, "whom she led to to be selected")
        opened.keys("ctrl+4")
        look = opened.wait(lambda look: "Start a season" in look["controls"], "the season")
        opened.click(look["controls"]["Start a season"])
        opened.wait_for_form("seasonForm")
        opened.type("Autumn")
        opened.keys("Return")
        until(lambda: seasons(path) == ["Autumn"], "the season in the file")
        opened.wait_for_garden()
        assert opened.look()["selected"] == gus, "one selection for all views"
        opened.keys("ctrl+z")
        until(lambda: seasons(path) == [], "it taken back")
