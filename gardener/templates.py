"""The templates of drafts: those that come with the program, and one's own, a file each beside the preferences."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from gardener import settings
from gardener.domain.drafting import LIMIT, Template, read_template, written

ORDER = ("thank-you", "follow-up", "reconnect", "congratulation", "introduction")
"""Those that come with the program, in their order."""
THANKS = "thank-you"
"""The one by which thanks are given."""


def folder() -> Path:
    """Where a person's own templates lie."""
    return settings.config_folder() / "templates"


def templates(resources: Path, own: Path | None = None) -> tuple[Template, ...]:
    """All templates: the program's in their order, then one's own by title; an own one of the same id takes its place."""
    found = {id_: read_template(id_, (resources / f"{id_}.txt").read_text(encoding="utf-8")) for id_ in ORDER}
    mine: dict[str, Template] = {}
    with suppress(OSError):
        for path in sorted((own or folder()).glob("*.txt")):
            with suppress(OSError, UnicodeDecodeError):
                if path.stat().st_size <= 4 * LIMIT:
                    mine[path.stem] = read_template(path.stem, path.read_text(encoding="utf-8"), own=True)
    others = sorted(
        (t for id_, t in mine.items() if id_ not in found), key=lambda t: (t.title.casefold(), t.id)
    )
    return (*(mine.get(id_, template) for id_, template in found.items()), *others)


def keep(template: Template, own: Path | None = None) -> None:
    """Writes one's own template, over an earlier one of that id. OSError when the disk refuses."""
    place = own or folder()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = place / f".{template.id}.part"
    part.write_text(written(template), encoding="utf-8")
    part.replace(place / f"{template.id}.txt")


def let_go(id_: str, own: Path | None = None) -> None:
    """Takes one's own template away; one that comes with the program is then as it was."""
    ((own or folder()) / f"{id_}.txt").unlink(missing_ok=True)


def id_of(title: str) -> str:
    """The id of a template of that title: what a file may be called everywhere."""
    made = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:60]
    return made or "my-own"
