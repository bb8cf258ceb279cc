"""A garden whose writer is killed again and again: `python -m tests.store.kill_rounds FILE ROUNDS SEED`.

Each round forks a writer that acknowledges every deed on a pipe once `apply` has returned, kills it with SIGKILL after
a random number of acknowledgements and a random moment more, and looks whether the file is whole and holds every deed
that was acknowledged. Prints how many deeds survived; ends with a traceback when one was lost.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

from gardener.domain.changes import Change
from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction
from gardener.store import GardenFile
from tests.store.worlds import Keeper, came, talk

DAY = date(2026, 1, 1)


def write(path: Path, pipe: int, start: int) -> None:
    """Deeds without end, each a contact with three talks, sometimes undone and done again; numbers acknowledged."""
    with GardenFile.open(path) as file:
        keeper, number = Keeper(file), start
        while True:
            who = f"c{number}"
            contact = Contact(
                id=who, name=who, created=DAY, emails=(f"{who}@x.org",), notes="n" * (number % 7 * 900)
            )
            talks = [
                talk(f"{who}-{k}", DAY + timedelta(days=k), who, direction=list(Direction)[k])
                for k in range(3)
            ]
            keeper.do(*came(contact, *talks))
            if number % 5 == 0:
                keeper.undo()
                keeper.redo()
            os.write(pipe, f"{number}\n".encode())
            number += 1


def one_round(path: Path, start: int, random: Random) -> int:
    """The number of the next deed, after a writer was killed and all it had acknowledged was found."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write(path, writing, start)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as acknowledged:
        said = [acknowledged.readline() for _ in range(random.randrange(1, 6))]
        time.sleep(random.random() * 0.01)  # any moment will do: it is the instant of the kill, not a wait
        os.kill(child, signal.SIGKILL)
        said += acknowledged.readlines()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL, "the writer ended by itself"
    whole = [int(line) for line in said if line.endswith("\n")]
    return found_again(path, start, whole)


def found_again(path: Path, start: int, acknowledged: list[int]) -> int:
    """Looks at the file and answers with the number of the next deed."""
    with GardenFile.open(path) as file:
        health = file.check()
        assert health.ok, health
        garden = file.load()
        assert health.interactions == 3 * len(garden.plants), "half a deed"
        done = [deed for deed in file.deeds() if not deed.undone]
        assert len(done) == len(garden.plants), "the history tells another story than the garden"
        assert set(garden.plants) >= {f"c{number}" for number in range(start)}, "an older deed was lost"
        missing = {f"c{number}" for number in acknowledged} - set(garden.plants)
        last = f"c{acknowledged[-1] + 1}" if acknowledged else f"c{start}"
        assert not missing - {last}, f"acknowledged and lost: {missing}"
        if file.redoable() is not None:
            Keeper(file).redo()
        return len(file.load().plants)


def main(path: Path, rounds: int, seed: int) -> None:
    """All rounds on one file."""
    random, number = Random(seed), 0
    with GardenFile.create(path) as file:  # what the writers need is imported before they are forked
        keeper = Keeper(file)
        keeper.do(
            Change(None, Contact(id="c0", name="c0", created=DAY)),
            *came(*(talk(f"c0-{k}", DAY, "c0") for k in range(3))),
        )
        number = 1
    for _ in range(rounds):
        number = one_round(path, number, random)
    print(number)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
