"""`packaging/dev.py bench growth --data DIR`: reads the histories, asks every method, prints the tables and the object."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from tests.benchmarks.growth.candidates.laws import candidates
from tests.benchmarks.growth.cuts import Column, columns_of
from tests.benchmarks.growth.methods import GARDENER, everyone
from tests.benchmarks.growth.methods.base import Method
from tests.benchmarks.growth.metrics import differences
from tests.benchmarks.growth.protocols import OWN_SOIL, PROTOCOLS, Answers, Exam, own_cuts, sit
from tests.benchmarks.growth.reading import read_folder
from tests.benchmarks.growth.rows import tables
from tests.benchmarks.growth.tables import Figures, column_table, figures, main_table

LABELS = ("sign", "any")


def main(arguments: Sequence[str]) -> int:
    """Exit status 0; 2 where the folder holds no histories."""
    asked = _parser().parse_args(arguments)
    started = perf_counter()
    histories = read_folder(asked.data) if asked.data.is_dir() else []
    if not histories:
        print(f"There is no file of histories in {asked.data}.", file=sys.stderr)
        return 2
    columns = columns_of(histories, other_days=asked.other_days)
    files = {one.name: one for one in histories}
    known = {}
    for name, one in files.items():
        days = _days([column for column in columns if column.histories == name], own_soil=asked.candidates)
        known[name] = tables(one, days)
        _say(f"{name}: {len(one.events)} events, {len(days)} days", started)
    told: dict[str, dict[str, dict[str, Figures]]] = {}
    for label in LABELS:
        exam = Exam(files, columns, known, sign=label == "sign", own_soil=asked.candidates)
        methods = [*everyone(), *(candidates() if asked.candidates and exam.sign else [])]
        told[label] = _judge(exam, methods, label, started)
    for label in LABELS:
        print(main_table(told[label], f"\n{label}: mean over {len(columns)} columns"), file=sys.stderr)
        print(column_table(told[label], f"\n{label}: log loss and AUC of each column"), file=sys.stderr)
    _say("done", started)
    print(json.dumps(told, indent=1))
    return 0


def _days(columns: Sequence[Column], *, own_soil: bool) -> set[float]:
    """The cut days of one file on which anything is asked or learnt."""
    days = {cut for column in columns for cut in column.all_cuts()}
    if own_soil:
        days |= {day for column in columns for cut in column.cuts for day, _ in own_cuts(column, cut)}
    return days


def _judge(
    exam: Exam, methods: Sequence[Method], label: str, started: float
) -> dict[str, dict[str, Figures]]:
    """Protocol → method → figures; the first method is the one that the others are compared with."""
    of_file = {column.name: column.histories for column in exam.columns}
    told: dict[str, dict[str, Figures]] = {protocol: {} for protocol in (*PROTOCOLS, OWN_SOIL)}
    reference: Answers = {}
    for method in methods:
        answers = sit(method, exam)
        reference = reference or answers
        for protocol, columns in answers.items():
            same = method.name == GARDENER or columns.keys() != reference.get(protocol, {}).keys()
            apart = None if same else differences(columns, reference[protocol], of_file)
            told[protocol][method.name] = figures(columns, apart)
        means = ", ".join(f"{p} {told[p][method.name]['log_loss']:.4f}" for p in answers)
        _say(f"{label}: {method.name}: {means}", started)
    return {protocol: found for protocol, found in told.items() if found}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="packaging/dev.py bench growth", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="a folder of histories")
    parser.add_argument(
        "--candidates",
        action="store_true",
        help="also what was tried (of signs), and the soil as the program learns it",
    )
    parser.add_argument(
        "--other-days", action="store_true", help="on days and horizons beside the protocol's"
    )
    return parser


def _say(what: str, started: float) -> None:
    print(f"{perf_counter() - started:6.1f} s  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
