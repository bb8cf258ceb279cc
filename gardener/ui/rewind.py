"""Going back or forward over several deeds: one undo or redo after the other, stopped with a sentence when one fails."""

from __future__ import annotations

from dataclasses import dataclass

from gardener.domain.changes import What
from gardener.session import FileProblem, Session
from gardener.words import history, refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewound:
    """How far it went: `steps` of `wanted`, `back` by undo or forward by redo, and why it stopped (empty: it did not)."""

    steps: int
    wanted: int
    back: bool
    last: What | None
    stopped: str = ""


def rewind(session: Session, to: int) -> Rewound:
    """Leads the garden to where it was after the deed of that number, 0 for before the first.

    Each step must be the deed that was shown: when another program does or undoes something meanwhile, it stops.
    """
    session.refresh()
    rows = session.record()
    undo = [row for row in rows if not row.undone and row.seq > to]
    redo = [row for row in reversed(rows) if row.undone and row.seq <= to]
    back = bool(undo)
    path = undo or redo
    last: What | None = None
    for steps, row in enumerate(path):
        stopped = ""
        try:
            other = session.next_step(back=back) != row.seq
            if other or (session.undo() if back else session.redo()) is None:
                stopped = history.MEANWHILE
        except FileProblem as problem:
            stopped = refusals.file_sentence(problem.code, problem.facts)
        if stopped:
            return Rewound(steps=steps, wanted=len(path), back=back, last=last, stopped=stopped)
        last = row.what
    return Rewound(steps=len(path), wanted=len(path), back=back, last=last)
