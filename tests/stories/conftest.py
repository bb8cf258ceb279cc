"""The command line in this process, and a teller of stories that uses it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from gardener.__main__ import main
from tests.cli.calls import Said
from tests.stories.story import Story
from tests.stories.telling import Teller

Tell = Callable[[Story], Teller]


@pytest.fixture
def tell(request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    """Tells a story from its first line to its last, and gives back its teller."""

    def call(argv: Sequence[str]) -> Said:
        capsys.readouterr()
        status = main(argv)
        told = capsys.readouterr()
        return Said(status, told.out, told.err)

    def told(story: Story) -> Teller:
        __tracebackhide__ = True
        shared = request.getfixturevalue("shared") if story.needs_shared else None
        teller = Teller(story, call=call, folder=tmp_path, shared=shared)
        teller.tell()
        return teller

    return told
