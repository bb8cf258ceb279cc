"""A story told: its deeds typed into the command line, one after the other, and every answer compared."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from gardener.domain.stage import Stage
from gardener.words.beds import NAMES
from tests.cli.calls import Said
from tests.stories.story import BARE, Deed, Drawn, Kept, Story, in_order, plant_line

Call = Callable[[Sequence[str]], Said]
"""Runs the command line with these arguments."""
_FIRST_OF = re.compile(r"\{(?P<what>last|plan|loop) (?P<name>[^}]+)\}")
_LISTS = {"last": "interactions", "plan": "plans", "loop": "open_loops"}


class Strayed(AssertionError):
    """The garden went another way than the story."""


class Teller:
    """Tells one story in a folder of its own; `file` is its garden."""

    def __init__(self, story: Story, *, call: Call, folder: Path, shared: Path | None = None):
        self.file = folder / "my.gardener"
        self._story, self._call, self._folder, self._shared = story, call, folder, shared
        self._remembered: dict[str, list[str]] = {}

    def tell(self) -> None:
        """Takes every step. Strayed, with a readable difference, at the first that goes wrong."""
        __tracebackhide__ = True
        for name, text in self._story.files.items():
            (self._folder / name).write_text(text, encoding="utf-8", newline="")
        for step in self._story.steps:
            if isinstance(step, Deed):
                self._do(step)
            elif isinstance(step, Drawn):
                self._compare(step)
            else:
                self._remember(step)
        self.sound()

    def sound(self) -> None:
        """The file is well, every tie as its history makes it."""
        __tracebackhide__ = True
        health = self._asked("check", day=self._last_day)
        if not health["ok"]:
            raise Strayed(f"{self._story.path.name}: the file is not sound: {health['problems']}")

    def unravel(self) -> None:
        """Undoes all that was told, then does it again: bare earth between, and the garden at the end as it was."""
        day = self._last_day
        whole = self._all_that_is_seen(day)
        undone = 0
        while self._call(self._argv(["undo"], day)).status == 0:
            undone += 1
        left = self.picture(day)
        if left:
            raise Strayed(_told(self._story, "after everything was undone", BARE, "\n".join(left)))
        for _ in range(undone):
            self._call(self._argv(["redo"], day))
        self._must_equal(whole, self._all_that_is_seen(day), "after everything was undone and done again")

    def picture(self, day: date) -> tuple[str, ...]:
        """The garden of a day as a story draws it."""
        if not self.file.exists():
            return ()
        return in_order(tuple(_plant(contact) for contact in self._asked("list", day=day)["contacts"]))

    # Steps

    def _do(self, deed: Deed) -> None:
        __tracebackhide__ = True
        words = [word for each in deed.words for word in self._filled(each, deed.day)]
        for _ in range(deed.times):
            before = self._seen(deed.day) if deed.exit else None
            said = self._call(self._argv(words, deed.day))
            self._judge(deed, said)
            # Of several files the good ones come in even if one is bad.
            if before is not None and words[0] != "import":
                self._must_equal(before, self._seen(deed.day), f"line {deed.line}: refused, and yet")

    def _judge(self, deed: Deed, said: Said) -> None:
        __tracebackhide__ = True
        told = f"{said.out}{said.err}"
        folded = " ".join(told.split())
        wrong = [f"exit status {deed.exit}, got {said.status}"] if said.status != deed.exit else []
        wrong += [f"to say: {each}" for each in deed.says if " ".join(each.split()) not in folded]
        wrong += [f"not to say: {each}" for each in deed.omits if " ".join(each.split()) in folded]
        if wrong:
            expected = "\n".join(f"expected {each}" for each in wrong)
            where = f"line {deed.line}, {deed.day}: {deed.typed}"
            raise Strayed(_told(self._story, where, expected, f"it said:\n{told.rstrip() or '(nothing)'}"))

    def _compare(self, drawn: Drawn) -> None:
        __tracebackhide__ = True
        where = f"line {drawn.line}, the garden of {drawn.day}"
        self._must_equal(list(drawn.plants), list(self.picture(drawn.day)), where)

    def _remember(self, kept: Kept) -> None:
        __tracebackhide__ = True
        seen = self._all_that_is_seen(kept.day)
        if kept.again:
            self._must_equal(self._remembered[kept.name], seen, f"line {kept.line}, the same as {kept.name}")
        else:
            self._remembered[kept.name] = seen

    def _must_equal(self, expected: list[str], got: list[str], where: str) -> None:
        __tracebackhide__ = True
        if expected != got:
            lines = difflib.unified_diff(expected, got, "the story", "the garden", n=2, lineterm="")
            raise Strayed(_told(self._story, where, "\n".join(lines)))

    # The garden, asked

    @property
    def _last_day(self) -> date:
        return max(step.day for step in self._story.steps)

    def _argv(self, words: Sequence[str], day: date) -> list[str]:
        return ["--garden", str(self.file), "--on", day.isoformat(), *words]

    def _asked(self, *words: str, day: date) -> dict[str, Any]:
        said = self._call(self._argv([*words, "--json"], day))
        return said.json

    def _filled(self, word: str, day: date) -> list[str]:
        """A word of a deed with its braces filled in; names of the story's own files with their folder."""
        if word in self._story.files:
            return [str(self._folder / word)]
        if word.startswith("{shared}"):
            assert self._shared is not None
            found = [str(path) for path in sorted(self._shared.glob(word.removeprefix("{shared}/")))]
            assert found, f"no file fits {word}"
            return found
        if one := _FIRST_OF.fullmatch(word):
            return [self._asked("show", one["name"], day=day)[_LISTS[one["what"]]][0]["id"]]
        return [word]

    def _seen(self, day: date) -> list[str]:
        """All contacts and the deeds done, as lines."""
        if not self.file.exists():
            return []
        return _lines(self._asked("list", day=day)) + _lines(self._asked("history", "10", day=day))

    def _all_that_is_seen(self, day: date) -> list[str]:
        """Everything that can be asked of the garden, its history of deeds apart, as lines."""
        if not self.file.exists():
            return []
        told = [self._asked(command, day=day) for command in ("list", "today", "batches", "settings")]
        ids = [contact["id"] for contact in told[0]["contacts"]]
        told += [self._asked("show", id_, day=day) for id_ in ids[:40]]
        return [line for each in told for line in _lines(each)]


def _plant(contact: dict[str, Any]) -> str:
    """One contact as a story draws it."""
    growth = contact["growth"]
    marks = []
    if growth["moisture"]:
        marks.append(f"{growth['condition']} {growth['moisture']}/{growth['capacity']}")
    elif growth["condition"] != "seed":
        marks.append(growth["condition"])
    if contact["left_alone"]:
        marks.append("left alone")
    if contact["resting"] and contact["resting"]["until"]:
        marks.append(f"until {contact['resting']['until']}")
    if contact["stage"] == Stage.COMPOST and contact["moves"] and contact["moves"][-1]["reason"]:
        marks.append(contact["moves"][-1]["reason"])
    return plant_line(NAMES[Stage(contact["stage"])], contact["name"], ", ".join(marks))


def _lines(told: dict[str, Any]) -> list[str]:
    return json.dumps(told, indent=1, ensure_ascii=False).split("\n")


def _told(story: Story, where: str, *paragraphs: str) -> str:
    inset = "\n".join(f"    {line}" for paragraph in paragraphs for line in paragraph.split("\n"))
    return f"{story.title}\n  {story.path.name}, {where}\n{inset}"
