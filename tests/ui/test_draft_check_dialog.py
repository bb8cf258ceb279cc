"""The dialog that looks a message over: what it finds follows the text, and nothing is kept."""

from __future__ import annotations

from gardener.ui.draft_check_dialog import DraftCheckDialog
from tests.ui.conftest import Stand


def test_what_it_finds_follows_the_text(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    stand.trigger("draft-check")
    dialog = stand.opened[-1]
    assert isinstance(dialog, DraftCheckDialog)
    assert len(dialog.said) == 1
    before = stand.session.garden.revision
    dialog.text.setPlainText("Hi Jane, could you introduce me to your boss?")
    assert any("sentence 1 of 1" in line for line in dialog.said)
    assert "introduction" in dialog.guard.text
    dialog.text.setPlainText("How was your move? I enjoyed your talk.")
    assert any("asks for nothing" in line for line in dialog.said)
    dialog.reject()
    assert stand.session.garden.revision == before


def test_it_counts_what_is_unanswered(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane)
    stand.choose(jane)
    stand.trigger("draft-check")
    dialog = stand.opened[-1]
    assert isinstance(dialog, DraftCheckDialog)
    dialog.text.setPlainText("Hello again")
    assert any("second in a row" in line for line in dialog.said)
