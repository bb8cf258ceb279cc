"""Every story in this folder, told in the command line; and each undone to bare earth and done again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.conftest import Tell
from tests.stories.story import Story, read

STORIES = sorted(Path(__file__).parent.glob("*.story"))


@pytest.fixture(params=STORIES, ids=lambda path: path.stem)
def story(request: pytest.FixtureRequest) -> Story:
    return read(request.param)


def test_a_story_goes_as_it_is_told(story: Story, tell: Tell) -> None:
    tell(story)


def test_every_story_can_be_undone_to_bare_earth_and_done_again(story: Story, tell: Tell) -> None:
    teller = tell(story)
    teller.unravel()
    teller.sound()
