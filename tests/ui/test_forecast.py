"""The forecast beside the three quantities: what it says, what it opens, and where it is silent."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLabel

from gardener.domain.forecast import Forecasts
from gardener.domain.interaction import Direction
from gardener.ui.why_dialog import WhyDialog
from gardener.words.chances import percent, told
from gardener.words.growth import FORECAST
from tests.ui.conftest import DAY, Stand


def test_it_is_said_in_a_word_and_a_number_and_opens_its_arithmetic(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane, days_ago=40, direction=Direction.INCOMING)
    stand.write_to(jane, days_ago=3)
    stand.choose(jane)
    chance = Forecasts(stand.session.seen, DAY).chance(jane)
    assert chance is not None
    quantities = stand.window.contact.page.quantities
    assert quantities.forecast.text() == told(chance)
    assert quantities.forecast.text().endswith(f", {percent(chance)}")
    assert quantities.forecast.accessibleName().startswith(f"{FORECAST}: ")
    quantities.forecast.click()
    dialog = stand.opened[0]
    assert isinstance(dialog, WhyDialog)
    card = dialog.cards["forecast"]
    assert card.accessibleName() == f"{FORECAST}: {percent(chance)}"
    said = [label.text() for label in card.findChildren(QLabel)]
    assert "Hope: your last word was 3 days ago" in said
    assert "40 days of silence" in said


def test_a_touch_moves_it_and_leaves_vitality_and_roots_alone(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane, days_ago=40, direction=Direction.INCOMING)
    stand.choose(jane)
    quantities = stand.window.contact.page.quantities

    def shown() -> list[str]:
        bars = quantities.bars
        return [bars["Vitality"][1].text(), bars["Roots"][1].text(), quantities.forecast.text()]

    before = shown()
    stand.write_to(jane, days_ago=1)
    after = shown()
    assert after[:2] == before[:2]
    assert after[2] != before[2]


def test_it_is_silent_of_somebody_never_spoken_to_and_on_a_day_ahead(stand: Stand) -> None:
    jane, gus = stand.add("Jane Miller"), stand.add("Gus Jones")
    stand.write_to(jane, days_ago=40, direction=Direction.INCOMING)
    quantities = stand.window.contact.page.quantities
    stand.choose(gus)
    assert quantities.forecast.isHidden()
    stand.choose(jane)
    assert not quantities.forecast.isHidden()
    sight = stand.window.views.sight
    held = sight.forecasts
    assert sight.forecasts is held, "found once for a garden and day"
    stand.write_to(gus, days_ago=2, direction=Direction.INCOMING)
    assert sight.forecasts is not held
    sight.look(DAY - timedelta(days=10))
    past = sight.forecasts
    assert past is not None
    assert past.day == DAY - timedelta(days=10)
    sight.look(DAY + timedelta(days=10))
    assert sight.forecasts is None
    sight.look(None)
