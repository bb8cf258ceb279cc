"""A sentence typed into the real window by keyboard alone: understood, answered, saved, and taken back."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.session import Session
from tests.window.real_window import Display, until, window

DAY = "2026-11-25"


def names(path: Path) -> set[str]:
    """Everyone in the file, read by another process than the window's."""
    with Session.open(path) as session:
        return {plant.contact.name for plant in session.garden.plants.values()}


def planted(path: Path, *people: str) -> None:
    """A garden with these people in it."""
    with Session.open(path, create=True) as session:
        for name in people:
            contact = Contact(id=session.new_id(), name=name, created=date(2026, 1, 1))
            session.perform(partial(deeds.add, contact=contact))


def test_a_sentence_by_keyboard_alone(screen: Display, tmp_path: Path) -> None:
    path = tmp_path / "my.gardener"
    planted(path, "Jane Miller", "Bob Chen")
    with window(screen, path, on=DAY, folder=tmp_path) as opened:
        opened.keys("ctrl+k")
        opened.wait(lambda look: look["focus"] == "search", "the field to have the keyboard")
        opened.type("coffee with Jane yesterday 40 min, she offered an intro to Gus Jones")
        opened.wait(lambda look: "completions" in look["controls"], "the row of the sentence")
        opened.keys("Return")  # the chips; the one that asks has the keyboard
        opened.keys("Return", "Return")  # its answers; the first: new
        assert names(path) == {"Jane Miller", "Bob Chen"}
        opened.wait(lambda look: look["focus"] == "captureSave", "Save to have the keyboard")
        opened.keys("Return")
        until(lambda: "Gus Jones" in names(path), "the sentence in the file")
        opened.wait_for_garden()
        opened.keys("ctrl+z")
        until(lambda: names(path) == {"Jane Miller", "Bob Chen"}, "all of it taken back")


def test_two_questions_answered_by_the_arrows(screen: Display, tmp_path: Path) -> None:
    """The second answer of a menu is taken as the first is, and the next question has the keyboard."""
    path = tmp_path / "my.gardener"
    planted(path, "Priya Sharma", "Priya Sharma", "Bob Chen")
    with window(screen, path, on=DAY, folder=tmp_path) as opened:
        opened.keys("ctrl+k")
        opened.wait(lambda look: look["focus"] == "search", "the field to have the keyboard")
        opened.type("coffee with Priya Sharma yesterday, she offered an intro to Gus Jones")
        opened.wait(lambda look: "completions" in look["controls"], "the row of the sentence")
        opened.keys("Return")
        opened.wait(lambda look: "Priya" in look["focus"], "the first question to have the keyboard")
        opened.keys("Return", "Down", "Return")
        opened.wait(lambda look: "Gus" in look["focus"], "the second question to have the keyboard")
        opened.keys("Return", "Return")
        opened.wait(lambda look: look["focus"] == "captureSave", "Save to have the keyboard")
        opened.keys("Return")
        until(lambda: "Gus Jones" in names(path), "the sentence in the file")
        opened.wait_for_garden()
