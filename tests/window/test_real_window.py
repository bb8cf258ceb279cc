"""The main job in the real window: cards in, a seed, a meeting, mails until the guard speaks, a drag, undo, a restart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction, Kind
from gardener.domain.stage import Stage
from gardener.session import Session
from tests.window.real_window import Display, RealWindow, until, window

CARDS = """BEGIN:VCARD
VERSION:3.0
UID:urn:uuid:6a1c0c1e-0001-4000-8000-000000000001
FN:Jane Miller
EMAIL:jane@northlight.example
ORG:Northlight
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Ana Gonçalves
TEL;VALUE=uri:tel:+351-21-000-0000
END:VCARD
"""


class Filed:
    """The garden's file, read by another process than the window's."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def contacts(self) -> dict[str, Contact]:
        """Everyone in it, by name."""
        with Session.open(self.path) as session:
            return {plant.contact.name: plant.contact for plant in session.garden.plants.values()}

    def exchanges(self, name: str) -> list[tuple[str, Kind, Direction, tuple[str, ...]]]:
        """Someone's interactions, oldest first: day, kind, direction, and what the guard had warned of."""
        id_ = self.contacts()[name].id
        with Session.open(self.path) as session:
            history = session.history(id_)
        return [(one.day.isoformat(), one.kind, one.direction, one.despite) for one in history]

    def stands(self, name: str, stage: Stage) -> None:
        """Waits until someone stands in a bed."""
        until(lambda: self.contacts()[name].stage is stage, f"{name} in {stage}, in the file")

    def is_well(self) -> bool:
        """Whether `check` finds nothing."""
        with Session.open(self.path) as session:
            return session.check().ok


def choose(opened: RealWindow, name: str, id_: str) -> None:
    """Selects someone through the search."""
    opened.keys("ctrl+k")
    opened.wait(lambda look: look["focus"] == "search", "the search to have the keyboard")
    opened.type(name)
    opened.wait(lambda look: "completions" in look["controls"], "people to be found")
    opened.keys("Return")
    opened.wait(lambda look: look["selected"] == id_ and look["focus"] == "garden", f"{name} to be selected")


def form_of_a_mail(opened: RealWindow) -> dict[str, Any]:
    """By W, and that it is sent already, to the form that logs a mail of mine; what the form of W showed."""
    opened.keys("w")
    seen = opened.wait_for_form("writeDialog")
    opened.click(seen["controls"]["Already sent: log it"])
    opened.wait_for_form("logForm")
    return seen


def write(opened: RealWindow) -> None:
    """Logs a mail of mine; the guard lets it pass."""
    form_of_a_mail(opened)
    assert "logAnyway" not in opened.look()["controls"]
    opened.keys("Return")
    opened.wait_for_garden()


def test_the_main_job(screen: Display, tmp_path: Path) -> None:
    # Side by side, so that the file dialog looks into the garden that is open.
    cards, filed = tmp_path / "cards.vcf", Filed(tmp_path / "my.gardener")
    cards.write_text(CARDS, encoding="utf-8")

    with window(screen, filed.path, on="2026-03-02", folder=tmp_path) as opened:
        opened.keys("ctrl+i")
        opened.wait_for_form("importFiles")
        opened.type(str(cards))
        opened.keys("Return")
        seen = opened.wait_for_form("importPreview")
        assert any("2 new" in text for text in seen["texts"]["importPreview"])
        assert filed.contacts() == {}
        opened.keys("Return")
        opened.wait_for_garden()
        until(lambda: {"Ana Gonçalves", "Jane Miller"} == filed.contacts().keys(), "both in the file")
        jane = filed.contacts()["Jane Miller"].id

        opened.keys("ctrl+n")
        opened.wait_for_form("contactForm")
        opened.type("Tom Park")
        opened.keys("Return")
        opened.wait_for_garden()
        until(lambda: "Tom Park" in filed.contacts(), "Tom Park in the file")
        tom = filed.contacts()["Tom Park"].id
        opened.wait(lambda look: look["selected"] == tom, "the new plant to be selected")

        choose(opened, "jane", jane)
        opened.keys("l")
        opened.wait_for_form("logForm")
        opened.keys("Return")
        opened.wait_for_garden()
        met = ("2026-03-02", Kind.MEETING, Direction.MUTUAL, ())
        until(lambda: filed.exchanges("Jane Miller") == [met], "the meeting in the file")

    mails = []
    for day in ("2026-03-03", "2026-03-04"):
        with window(screen, filed.path, on=day, folder=tmp_path) as opened:
            choose(opened, "jane", jane)
            write(opened)
            mails.append((day, Kind.EMAIL, Direction.OUTGOING, ()))
            until(lambda: filed.exchanges("Jane Miller") == [met, *mails], f"the mail of {day} in the file")

    with window(screen, filed.path, on="2026-03-05", folder=tmp_path) as opened:
        choose(opened, "jane", jane)
        opened.keys("w")
        seen = opened.wait_for_form("writeDialog")
        assert any("Jane Miller’s soil is still wet" in text for text in seen["texts"]["writeDialog"])
        # Enter is to wait; nothing is written or saved, however hastily it is pressed.
        opened.keys("Return")
        opened.wait_for_garden()
        form_of_a_mail(opened)
        opened.keys("Return")
        opened.wait_for_garden()
        assert len(filed.exchanges("Jane Miller")) == 3
        form_of_a_mail(opened)
        opened.click(opened.look()["controls"]["logAnyway"])
        opened.wait_for_garden()
        despite = ("2026-03-05", Kind.EMAIL, Direction.OUTGOING, ("pace",))
        until(lambda: filed.exchanges("Jane Miller") == [met, *mails, despite], "the third mail in the file")

        look = opened.look()
        opened.drag(look["plants"][jane], look["beds"]["seedling"])
        filed.stands("Jane Miller", Stage.SEEDLING)
        opened.wait_for_garden()
        opened.keys("ctrl+z")
        filed.stands("Jane Miller", Stage.SEED)
        opened.keys("ctrl+shift+z")
        filed.stands("Jane Miller", Stage.SEEDLING)

    with window(screen, filed.path, on="2026-03-06", folder=tmp_path) as opened:
        opened.keys("ctrl+z")
        filed.stands("Jane Miller", Stage.SEED)
        opened.keys("ctrl+z")
        until(
            lambda: filed.exchanges("Jane Miller") == [met, *mails], "the third mail undone after the restart"
        )
        # By keyboard alone: taken up, carried to the bed on the right, put down.
        choose(opened, "tom", tom)
        opened.keys("ctrl+x", "Right", "Right", "Right", "Right", "ctrl+v")
        until(lambda: filed.contacts()["Tom Park"].stage is not Stage.SEED, "Tom Park carried to another bed")
    assert filed.is_well()
