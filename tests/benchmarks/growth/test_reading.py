"""What the bench of growth reads, and on which days it asks and learns; needs no numpy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.growth.cuts import LEARNING_CUTS, columns_of
from tests.benchmarks.growth.reading import Event, Histories, read_file, read_folder


def test_plain_lines_and_a_csv_with_a_header_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("1 2 100\n2 2 130\n2 1 160\n", encoding="utf-8")
    (tmp_path / "cns_sms.csv").write_text("timestamp,sender,recipient\n160,2,1\n100,1,2\n", encoding="utf-8")
    known, plain = read_folder(tmp_path)
    assert known.events == plain.events == (Event(0.0, "1", "2"), Event(60.0, "2", "1"))
    assert (known.name, plain.name) == ("sms", "plain")


def test_a_file_without_events_is_none(tmp_path: Path) -> None:
    (tmp_path / "README.txt").write_text("nothing here to read\n", encoding="utf-8")
    assert read_file(tmp_path / "README.txt") is None
    assert read_folder(tmp_path) == []


def histories(name: str, days: float) -> Histories:
    """A file of two events, `days` apart."""
    return Histories(name, (Event(0.0, "a", "b"), Event(days * 86400.0, "b", "a")))


def test_the_protocol_has_eight_columns_of_four_families() -> None:
    columns = columns_of(histories(name, 800) for name in ("college", "reality", "eu1", "eu2", "sms"))
    assert len(columns) == 8
    assert [column.family for column in columns] == ["college"] * 2 + ["reality"] + ["eu"] * 4 + ["sms"]


@pytest.mark.parametrize("other_days", [False, True])
@pytest.mark.parametrize("name", ["college", "reality", "eu1", "eu2", "sms", "somebody's"])
def test_what_is_learnt_from_had_matured_by_the_cut_day(name: str, other_days: bool) -> None:
    for column in columns_of([histories(name, 800)], other_days=other_days):
        for cut in column.cuts:
            earlier = column.earlier(cut)
            assert 1 <= len(earlier) <= LEARNING_CUTS
            assert all(day > 0 and day + column.horizon <= cut + 1e-6 for day in earlier)


@pytest.mark.parametrize(("days", "horizon"), [(800, 90), (400, 30), (60, 7), (6, 1), (1, 0.1)])
def test_an_unknown_file_is_asked_at_fifty_to_eighty_percent_of_its_span(days: float, horizon: float) -> None:
    (column,) = columns_of([histories("letters-2", days)])
    assert column.family == "letters"
    assert column.horizon == pytest.approx(horizon)
    assert column.cuts == pytest.approx([days * share for share in (0.5, 0.6, 0.7, 0.8)])
