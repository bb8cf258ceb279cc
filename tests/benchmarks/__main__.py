"""The benches by name: `python3 packaging/dev.py bench [NAME …]`, one JSON object on standard output.

`bench growth --data DIR` is apart: the package `growth` here has its own arguments, its own object and its own pins.

A bench lives in a module `bench_….py` of this folder, which has `NAMES`, the names it answers to, and
`run(name) -> {"value": float, "unit": str, "aim": float, "detail": …}`. Nothing is asserted.
"""

from __future__ import annotations

import importlib
import json
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Bench = Callable[[str], Mapping[str, object]]

GROWTH = "growth"


def registry() -> dict[str, Bench]:
    """Every bench that is built, by name, in the order of the modules and of their `NAMES`."""
    found: dict[str, Bench] = {}
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        module = importlib.import_module(f"tests.benchmarks.{file.stem}")
        found.update(dict.fromkeys(module.NAMES, module.run))
    return found


def main(names: Sequence[str]) -> int:
    """Run the benches named, or all but growth; exit status 1 if one broke, 2 for an unknown name."""
    if names[:1] == [GROWTH]:
        return int(importlib.import_module("tests.benchmarks.growth.command").main(names[1:]))
    benches = registry()
    unknown = [name for name in names if name not in benches]
    if unknown:
        print(
            f"No bench is called {', '.join(unknown)}. There are: {', '.join([*benches, GROWTH])} (growth alone).",
            file=sys.stderr,
        )
        return 2
    told: dict[str, Mapping[str, object]] = {}
    broken = False
    for name in names or benches:
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            told[name] = benches[name](name)
        except Exception:
            traceback.print_exc()
            broken = True
    print(json.dumps(told, indent=2))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
