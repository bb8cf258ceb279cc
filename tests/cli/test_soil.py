"""soil: shown, learnt, reset and undone from the command line."""

from __future__ import annotations

from datetime import date, timedelta

from tests.cli.calls import TODAY, Gardener

PEOPLE = ("Ada Brook", "Bo Chen", "Cy Dahl", "Di Evans")


def silent_ones(gardener: Gardener) -> None:
    """Four people who gave a sign every ten days and then fell silent half a year ago."""
    for name in PEOPLE:
        gardener("add", name)
        for n in range(5):
            day = date.fromisoformat(TODAY) - timedelta(days=180 + 10 * n)
            gardener("log", "--with", name, "--kind", "call", "--date", day.isoformat())


def test_at_first_nothing_is_learnt(gardener: Gardener, plainly: Gardener, jane: str) -> None:
    assert gardener("soil").json == {
        "soil": {
            "valid_from": None, "b0": 0.0, "b1": 1.0, "learnt_from": 0, "answers": "alike", "relative": True,
            "learns_from": 10, "trusted_from": 100, "learns_monthly": True,
            "forecasts": {"f0": 0.0, "f1": 1.0, "learnt_from": 0},
        }
    }  # fmt: skip
    assert "Nothing is learnt of this garden yet" in plainly("soil").out
    assert "Read it as compared with the others in this garden." in plainly("soil").out


def test_few_predictions_teach_nothing(gardener: Gardener, jane: str) -> None:
    said = gardener("soil", "learn", status=1)
    assert said.json["error"]["code"] == "few-predictions"
    assert "0 of this garden’s own predictions have come due" in said.json["error"]["message"]


def test_learnt_reset_and_undone(gardener: Gardener, plainly: Gardener) -> None:
    silent_ones(gardener)
    learnt = gardener("soil", "learn").json["soil"]
    assert (learnt["valid_from"], learnt["answers"], learnt["relative"]) == (TODAY, "slower", True)
    assert learnt["learnt_from"] >= 10
    assert learnt["b0"] < 0
    shown = gardener("show", "Ada").json
    assert shown["why"]["arithmetic"]["b0"] == learnt["b0"]
    assert shown["contact"]["growth"]["vitality"] < shown["why"]["arithmetic"]["before_soil"]
    assert (
        "This garden answers slower than most: where elsewhere one in two gives a sign" in plainly("soil").out
    )
    yesterday = (date.fromisoformat(TODAY) - timedelta(days=1)).isoformat()
    assert gardener("soil", on=yesterday).json["soil"]["valid_from"] is None
    reset = gardener("soil", "reset").json["soil"]
    assert (reset["b0"], reset["b1"], reset["learnt_from"], reset["learns_monthly"]) == (0.0, 1.0, 0, False)
    assert "Put back to plain by hand" in plainly("soil").out
    gardener("undo")
    assert gardener("soil").json["soil"] == learnt
    gardener("undo")
    assert gardener("soil").json["soil"]["valid_from"] is None
    assert [deed["code"] for deed in gardener("history", "2").json["deeds"]] == ["soil-reset", "soil-learnt"]
    assert gardener("check").json["ok"]


def test_an_unknown_deed_is_wrong_usage(gardener: Gardener, jane: str) -> None:
    assert gardener("soil", "forget", status=2).json["error"]["code"] == "usage"
