"""What the evaluation says of the forecast is what the program does: its functions, its numbers, its table."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from gardener.domain import forecast
from gardener.domain.forecast import DAYS, chance, kappa, waited
from gardener.domain.growth import Climate

HERE = Path(__file__).parent
README = (HERE / "README.md").read_text(encoding="utf-8")
COLUMNS = ((0, None), (14, None), (60, None), (60, 4), (365, None), (365, 4))
"""Silence, and days since my last touch."""


def called(source: Path, name: str, module: str) -> set[str]:
    """Which functions of `module` the definition of that name calls."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    (found,) = (
        node
        for node in ast.walk(tree)
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and node.name == name
    )
    calls = [node.func for node in ast.walk(found) if isinstance(node, ast.Call)]
    own = {
        f.attr
        for f in calls
        if isinstance(f, ast.Attribute) and isinstance(f.value, ast.Name) and f.value.id == module
    }
    return own | {f.id for f in calls if isinstance(f, ast.Name) and not module}


def test_gardener_is_asked_through_the_functions_of_the_program() -> None:
    shipped, rows = HERE / "methods/shipped.py", HERE / "rows.py"
    assert called(shipped, "Gardener", "forecast") == {"waited", "kappa", "chance"}
    assert called(shipped, "Vitality", "growth") == {"vitality_at", "kappa"}
    assert "lively" in called(rows, "asked", "")
    assert "from gardener.domain.forecast import NOWHERE, Lively, lively\n" in rows.read_text(
        encoding="utf-8"
    )
    assert "Gardener(GARDENER)" in (HERE / "methods/__init__.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["D", "K", "C", "LATELY", "WEATHER"])
def test_the_numbers_told_are_those_of_the_program(name: str) -> None:
    (told,) = re.findall(rf"(?<=[ ,]){name} (\.\d+)", README.split("## The forecast")[1][:700])
    assert float(told) == getattr(forecast, name)


def test_the_table_of_forecasts_is_what_the_program_says() -> None:
    table = README.split("| depth N | silence 0 |")[1].split("(a test recomputes it)")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:] if line]
    assert len(rows) == 6
    for depth, *cells in rows:
        kappa_ = kappa(0.0 if depth == "no sign yet" else float(depth))
        assert cells == [f"{100 * chance(waited(*one), kappa_, Climate(DAYS)):.0f} %" for one in COLUMNS]
