"""The teller itself: a story that goes wrong is caught, and its difference can be read."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest

from tests.stories.conftest import Tell
from tests.stories.story import BadStory, read_text
from tests.stories.telling import Strayed

BEGIN = """\
A story
Prose.

2026-03-02  A day
  > add "Jane Miller"
  > add "Tom Park"
"""


def wrong(tell: Tell, lines: str) -> str:
    """What is said of a story that ends with these lines."""
    with pytest.raises(Strayed) as strayed:
        tell(read_text(BEGIN + "".join(f"  {line}\n" for line in dedent(lines).strip().split("\n"))))
    return str(strayed.value)


def test_another_garden_is_shown_as_a_difference(tell: Tell) -> None:
    assert wrong(tell, "| Seeds: Jane Miller (soggy 1/2), Tom Park") == dedent("""\
        A story
          a.story, line 7, the garden of 2026-03-02
            --- the story
            +++ the garden
            @@ -1,2 +1,2 @@
            -Seeds:      Jane Miller (soggy 1/2)
            +Seeds:      Jane Miller
             Seeds:      Tom Park""")


@pytest.mark.parametrize(
    "drawn",
    [
        "| Seeds: Jane Miller",
        "| Seeds: Jane Miller, Tom Park, Ana Silva",
        "| Seedlings: Jane Miller, Tom Park",
        "| bare earth",
    ],
)
def test_a_plant_too_few_or_too_many_or_elsewhere_is_caught(tell: Tell, drawn: str) -> None:
    assert "the garden of 2026-03-02" in wrong(tell, drawn)


def test_another_exit_status_is_caught_with_all_that_was_said(tell: Tell) -> None:
    said = wrong(tell, "> show Zoe")
    assert "expected exit status 0, got 1" in said
    assert "Nobody here is called “Zoe”." in said


def test_a_deed_that_should_have_been_refused_is_caught(tell: Tell) -> None:
    assert "expected exit status 1, got 0" in wrong(tell, "> show Jane\n  exit 1")


def test_words_missing_and_words_too_many_are_caught(tell: Tell) -> None:
    said = wrong(tell, "> show Jane\n  says Zoe\n  omits Jane")
    assert "expected to say: Zoe" in said
    assert "expected not to say: Jane" in said


def test_a_remembered_garden_is_compared_to_the_last_detail(tell: Tell) -> None:
    said = wrong(tell, 'remember as it was\n> note Jane "met in Oslo"\nthe same as it was')
    assert re.search(r'^ +-.*"notes": ""', said, re.MULTILINE)
    assert re.search(r'^ +\+.*"notes": ".*met in Oslo', said, re.MULTILINE)


@pytest.mark.parametrize(
    "line",
    ["water Jane", "| Roses: Jane", "exit 3", ">", "| Seeds: Jane (soggy", "says hello", "2026-03-02 Jane"],
)
def test_a_line_that_means_nothing_is_no_story(line: str) -> None:
    with pytest.raises(BadStory, match=r"a\.story:5: not understood"):
        read_text(f"A story\n\n2026-03-02  A day\n  | bare earth\n  {line}\n")


@pytest.mark.parametrize("text", ["", "A title alone", "A title\n\nand prose\n"])
def test_a_story_has_a_title_and_a_day(text: str) -> None:
    with pytest.raises(BadStory):
        read_text(text)
