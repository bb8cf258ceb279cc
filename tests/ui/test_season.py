"""The season in the window: every figure is counted again here by a few lines, and every chart has its numbers and files."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from gardener.domain.changes import Change, Changeset, What
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.records import Season
from gardener.domain.stage import Stage
from gardener.session import Done
from gardener.settings import Preferences
from gardener.ui.chart_card import ChartCard
from gardener.ui.charts import Path as Branch
from gardener.ui.charts import Ruler, Weeks
from gardener.ui.main_window import MainWindow
from gardener.ui.places import Places
from gardener.ui.season_page import SeasonPage
from tests.ui.conftest import DAY, Stand


def season(stand: Stand) -> SeasonPage:
    stand.trigger("as-season")
    found = stand.window.views.season
    assert found is not None
    return found


def talk(stand: Stand, who: str, days_ago: int) -> None:
    one = Interaction(
        id=stand.session.new_id(), day=DAY - timedelta(days_ago), kind=Kind.CALL, direction=Direction.MUTUAL,
        participants=(who,),
    )  # fmt: skip
    assert isinstance(stand.session.log(one, anyway=True), Done)


def put(stand: Stand, *entities: Opportunity | Season) -> None:
    changes = Changeset(What("note"), tuple(Change(None, entity) for entity in entities))
    assert isinstance(stand.session.perform(lambda _: changes), Done)


def job(stand: Stand, *thanks_to: str, **days_ago: int) -> Opportunity:
    steps = tuple(
        Step(StepKind(kind.replace("_", "-")), DAY - timedelta(ago)) for kind, ago in days_ago.items()
    )
    return Opportunity(
        id=stand.session.new_id(), employer="Meridian", role="Analyst", created=DAY - timedelta(60), steps=steps,
        thanks_to=thanks_to,
    )  # fmt: skip


def card(page: SeasonPage, id_: str) -> ChartCard:
    return page.cards[id_]


def numbers(page: SeasonPage, id_: str) -> dict[str, tuple[str, ...]]:
    chart = card(page, id_).chart
    assert chart is not None
    return {row[0]: row[1:] for row in chart.rows}


@pytest.fixture
def full(stand: Stand) -> Stand:
    stand.trigger("sample")
    return stand


def test_nothing_of_it_is_there_before_it_is_asked_for(stand: Stand) -> None:
    stand.add("Ada")
    assert stand.window.views.season is None


def test_the_branch_has_the_figures_of_the_garden(full: Stand) -> None:
    page = season(full)
    garden, day = full.session.garden, full.session.today
    mutual: set[tuple[str, date]] = set()
    opened: dict[str, list[date]] = {}
    for one in sorted(full.session.interactions(), key=lambda one: one.order):
        for who in one.participants:
            if one.direction is Direction.MUTUAL:
                mutual.add((who, one.day))
            elif one.direction is Direction.OUTGOING:
                opened.setdefault(who, []).append(one.day)
            else:
                mutual |= {(who, sent) for sent in opened.pop(who, []) if (one.day - sent).days <= 30}
    warm = [one for one in garden.opportunities.values() if one.thanks_to]

    def reached(kind: StepKind) -> int:
        return sum(1 for one in warm if one.has(kind, day))

    start = max(season.start for season in garden.seasons.values())
    mutual = {(who, on) for who, on in mutual if on >= start}
    assert all(step.day >= start for one in warm for step in one.steps)
    wanted = (len(mutual), *map(reached, (StepKind.INTERVIEW, StepKind.SECOND_INTERVIEW, StepKind.OFFER)))
    drawing = card(page, "path").chart
    assert drawing is not None
    assert isinstance(drawing.drawing, Branch)
    assert tuple(count for _, count in drawing.drawing.steps) == wanted
    assert min(wanted) > 0
    weeks = card(page, "weeks").chart
    assert weeks is not None
    assert isinstance(weeks.drawing, Weeks)
    by_week = Counter(on - timedelta(on.weekday()) for _, on in mutual)
    assert {week.monday: week.talks for week in weeks.drawing.weeks if week.talks} == by_week
    assert sum(week.borne[0] for week in weeks.drawing.weeks) == wanted[1]


def test_the_rate_is_one_over_the_quantiles_of_its_posterior(stand: Stand) -> None:
    ada = stand.add("Ada")
    for ago in range(1, 15):
        talk(stand, ada, ago)
    put(stand, job(stand, ada, interview=2))
    page = season(stand)
    chart = card(page, "rate").chart
    assert chart is not None
    assert isinstance(chart.drawing, Ruler)
    (span,) = chart.drawing.spans
    # Beta(2, 27): its distribution is 1 − (1 − p)^28 − 28 p (1 − p)^27, a tail of the binomial.
    for value, chance in ((span.low, 0.9), (span.middle, 0.5), (span.high, 0.1)):
        assert value is not None
        p = 1 / value
        assert 1 - (1 - p) ** 28 - 28 * p * (1 - p) ** 27 == pytest.approx(chance)
    assert chart.drawing.band is not None
    assert chart.drawing.band[:2] == (10.0, 20.0)
    path = card(page, "path").chart
    assert path is not None
    assert path.line.startswith("14 talks, 1 interview: normal.")


def test_what_was_sent_cold_stands_beside_talks_and_in_no_other_count(stand: Stand) -> None:
    ada = stand.add("Ada")
    talk(stand, ada, 3)
    put(stand, job(stand, applied=20, interview=9), job(stand, applied=15))
    page = season(stand)
    rows = numbers(page, "cold")
    assert rows["Talks with people"][:2] == ("1", "0")
    assert rows["Applications sent cold"][:2] == ("2", "1")
    assert numbers(page, "path")["Interviews"] == ("0",)


def test_moves_times_and_what_withered(stand: Stand) -> None:
    ada, bo = stand.add("Ada"), stand.add("Bo")
    talk(stand, ada, 300)
    stand.bridge.move(ada, Stage.SEEDLING)
    stand.bridge.move(bo, Stage.COMPOST)
    page = season(stand)
    assert numbers(page, "moves") == {"Seeds → Seedlings": ("1",), "Seeds → Compost": ("1",)}
    seeds = numbers(page, "time-in-beds")["Seeds"]
    assert seeds[:2] == ("0", "2")
    assert seeds[3] == "200 days"
    assert numbers(page, "withered") == {"Composted, no reason given": ("1",), "One talk, then quiet": ("1",)}


def test_introductions_and_sources_add_up(full: Stand) -> None:
    page = season(full)
    start = max(season.start for season in full.session.garden.seasons.values())
    made = Counter(
        (one.origin, one.outcome) for one in full.session.garden.introductions.values() if one.day >= start
    )
    rows = numbers(page, "introductions")
    for name, origin in (("Offered", "offered"), ("Asked for", "requested")):
        wanted = [made[origin, outcome] for outcome in ("met", "pending", "declined", "faded")]  # type: ignore[index]
        assert [int(cell) for cell in rows[name][:4]] == wanted
    ways = [
        numbers(page, "sources")[name]
        for name in ("Introduced, offered", "Introduced, asked for", "By your own word")
    ]
    assert sum(int(row[0]) for row in ways) == len(full.session.garden.plants)
    assert sum(float(row[3]) for row in ways) == pytest.approx(float(numbers(page, "path")["Interviews"][0]))


def test_the_next_interview_is_told_in_weeks_at_the_present_pace(stand: Stand) -> None:
    ada = stand.add("Ada")
    talk(stand, ada, 60)
    page = season(stand)
    assert "next-interview" not in page.cards, "no pace, no picture"
    for ago in range(1, 9):
        talk(stand, ada, ago)
    page.refresh()
    rows = numbers(page, "next-interview")
    talks = [int(cell) for cell in rows["Talks"]]
    weeks = [float(cell) for cell in rows["Weeks"]]
    assert weeks == [pytest.approx(count / 2, abs=0.06) for count in talks], (
        "eight talks in four weeks are two a week"
    )


def test_several_seasons_are_compared_and_one_is_not(stand: Stand) -> None:
    ada = stand.add("Ada")
    talk(stand, ada, 150)
    talk(stand, ada, 10)
    old = Season(id="1", name="Spring", start=DAY - timedelta(180), end=DAY - timedelta(100))
    put(stand, old)
    page = season(stand)
    assert "seasons" not in page.cards
    put(stand, Season(id="2", name="Autumn", start=DAY - timedelta(40)))
    page.refresh()
    rows = numbers(page, "seasons")
    assert [(name.split(",")[0], row[0]) for name, row in rows.items()] == [("Autumn", "1"), ("Spring", "1")]
    assert page.title.text().startswith("Autumn")
    assert numbers(page, "path")["Conversations"] == ("1",)


def test_the_season_is_found_again_with_its_deeds(stand: Stand, tmp_path: Path) -> None:
    talk(stand, stand.add("Ada"), 3)
    season(stand)
    again = MainWindow(
        stand.bridge, preferences=Preferences(motion="off"), places=Places(tmp_path / "window.ini"), hour=10
    )
    stand.qtbot.addWidget(again)
    assert again.views.view_name == "season"
    assert again.views.season is not None
    assert not again.views.season.deeds.isHidden()
    assert "path" in again.views.season.cards


def test_an_empty_season_and_the_first_talk_are_a_pleasure(stand: Stand) -> None:
    ada = stand.add("Ada")
    page = season(stand)
    assert page.title.text() == "The season has not begun"
    assert set(page.cards) == {"path", "rate"}
    talk(stand, ada, 0)
    page.refresh()
    path = card(page, "path").chart
    assert path is not None
    assert path.line == "The first talk is held. Everything here grows from talks like it."


def test_it_counts_again_after_a_change_and_keeps_who_is_chosen(stand: Stand) -> None:
    ada = stand.add("Ada")
    stand.choose(ada)
    page = season(stand)
    talk(stand, ada, 0)
    stand.qtbot.waitUntil(lambda: numbers(page, "path")["Conversations"] == ("1",))
    stand.trigger("as-garden")
    assert stand.window.view.selection == ada


def test_every_chart_has_its_numbers_as_a_table_and_as_text(full: Stand) -> None:
    page = season(full)
    assert len(page.cards) >= 9
    for each in page.cards.values():
        assert each.chart is not None
        assert each.picture.accessibleName() == each.chart.title
        said = each.picture.accessibleDescription()
        assert each.chart.line in said
        assert each.chart.rows
        each.numbers.click()
        assert each.table is not None
        assert not each.table.isHidden()
        for row, cells in enumerate(each.chart.rows):
            shown = [each.table.item(row, column) for column in range(len(cells))]
            assert tuple(item.text() for item in shown if item is not None) == cells
            assert all(cell in said for cell in cells)
        each.numbers.click()
        assert each.table.isHidden()


def test_every_chart_is_saved_as_picture_drawing_and_numbers(full: Stand, tmp_path: Path) -> None:
    page = season(full)
    for id_, each in page.cards.items():
        assert each.chart is not None
        for ending in ("png", "svg", "csv"):
            each.write(tmp_path / f"{id_}.{ending}")
        picture = QImage(str(tmp_path / f"{id_}.png"))
        assert picture.width() == 1800
        places = [(x, y) for x in range(0, 1800, 6) for y in range(0, picture.height(), 6)]
        assert len({picture.pixel(x, y) for x, y in places}) > 8
        drawing = ElementTree.fromstring((tmp_path / f"{id_}.svg").read_text(encoding="utf-8"))
        assert drawing.tag.endswith("svg")
        assert "".join(drawing.itertext()).count(each.chart.title) >= 1
        text = (tmp_path / f"{id_}.csv").read_text(encoding="utf-8-sig")
        assert list(csv.reader(StringIO(text))) == [list(each.chart.headings), *map(list, each.chart.rows)]


def test_a_cell_is_never_a_formula(full: Stand, tmp_path: Path) -> None:
    page = season(full)
    each = card(page, "sources")
    assert each.chart is not None
    each.show_chart(replace(each.chart, rows=(("=1+1", "@x", "-3", "+4", "5"),)))
    each.write(tmp_path / "a.csv")
    assert "'=1+1,'@x,'-3,'+4,5" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


def test_a_chart_that_cannot_be_written_is_told_plainly(full: Stand, tmp_path: Path) -> None:
    page = season(full)
    said: list[str] = []
    full.window.views.said.connect(said.append)
    card(page, "path").write(tmp_path / "missing" / "a.png")
    card(page, "path").write(tmp_path / "b")
    assert said == ["“a.png” could not be written: No such file or directory.", "Saved as b.png."]
    assert (tmp_path / "b.png").exists()


def test_saving_asks_for_a_file_of_the_three_kinds(full: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QFileDialog] = []
    monkeypatch.setattr(QFileDialog, "open", lambda self, *_: opened.append(self))
    page = season(full)
    card(page, "weeks").save.click()
    (dialog,) = opened
    assert [name.split("*")[1] for name in dialog.nameFilters()] == [".png)", ".svg)", ".csv)"]
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "svg"
    dialog.close()


def test_the_keyboard_scrolls_the_page_and_goes_from_chart_to_chart(full: Stand) -> None:
    page = season(full)
    assert page.hasFocus()
    before = page.verticalScrollBar().value()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > before
    for _ in range(4):  # the deeds of the season stand before the first chart
        held = full.window.focusWidget()
        assert held is not None
        if held is not card(page, "path").picture:
            QTest.keyClick(held, Qt.Key.Key_Tab)
    assert card(page, "path").picture.hasFocus()
    assert page.verticalScrollBar().value() < 200, "what has the keyboard is in view"


@pytest.mark.parametrize("theme", ["light", "dusk", "contrast"])
def test_it_follows_the_theme(full: Stand, theme: str) -> None:
    page = season(full)
    full.trigger(theme)
    picture = card(page, "path").picture
    image = QImage(picture.size(), QImage.Format.Format_RGB32)
    picture.render(image)
    corner = image.pixelColor(3, 3).lightness()
    assert (corner < 100) is (theme == "dusk")


def test_two_columns_where_there_is_room_and_all_of_it_where_there_is_little(full: Stand) -> None:
    page = season(full)
    left = {each.x() for each in page.cards.values()}
    full.window.resize(1900, 900)
    full.qtbot.waitUntil(
        lambda: len({each.mapTo(page, each.rect().topLeft()).x() for each in page.cards.values()}) == 2
    )
    assert len(left) == 1
    for each in page.cards.values():
        wanted = each.picture.heightForWidth(each.picture.width())
        assert each.picture.height() >= wanted, each.title.text()
        assert each.save.mapTo(each, each.save.rect().bottomLeft()).y() < each.height(), each.title.text()
    inside = page.widget()
    assert inside is not None
    lowest = max(each.mapTo(inside, each.rect().bottomLeft()).y() for each in page.cards.values())
    assert lowest < inside.height()


def test_a_week_before_the_first_day_there_is_breaks_nothing(stand: Stand) -> None:
    ada = stand.add("Ada", created=date(1, 1, 1))
    one = Interaction(
        id=stand.session.new_id(),
        day=date(1, 1, 2),
        kind=Kind.CALL,
        direction=Direction.MUTUAL,
        participants=(ada,),
    )
    assert isinstance(stand.session.log(one, anyway=True), Done)
    page = season(stand)
    weeks = card(page, "path").chart
    assert weeks is not None
    page.grab()
