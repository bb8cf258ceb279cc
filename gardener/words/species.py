"""What the choice of a plant says."""

from __future__ import annotations

from collections.abc import Mapping

from gardener.domain.kinship import Kind, Tie
from gardener.words.names import in_sentence

AS_IT_COMES = "As it comes"
AS_IT_COMES_TIP = "The plant that fell to them when they were planted; it stays the same"
LINE = "Every plant shows the same things in the same way. Which one it is helps you to tell people apart."
NO_PROPOSAL = "No plant is proposed: a tag such as friend, alumni or recruiter would say what ties you."
NOW = "As it stands today"
PROPOSED = "proposed"
CHOSEN = "chosen now"
KINDS: Mapping[Kind, str] = {
    Kind.FAMILY: "family",
    Kind.MENTOR: "a mentor",
    Kind.FRIEND: "a friend",
    Kind.FORMER_COLLEAGUE: "a former colleague",
    Kind.HIRING_MANAGER: "a hiring manager",
    Kind.RECRUITER: "a recruiter",
    Kind.ALUMNUS: "an alumnus or alumna",
    Kind.CLIENT: "a client",
    Kind.INTRODUCED: "somebody you were introduced to",
    Kind.EVENT: "somebody met at an event",
}
HABITS: Mapping[str, str] = {
    "stem": "one tall stem",
    "herb": "a clump of stems",
    "blades": "long blades",
    "spike": "stems of bells",
    "shrub": "a shrub",
    "tree": "a tree",
    "fern": "fronds",
    "climber": "a climber on its trellis",
    "runner": "low, with runners",
    "rosette": "a rosette",
    "pads": "a succulent",
    "grass": "a grass",
    "cushion": "a cushion of spikes",
    "bulb": "a bulb with globes",
    "conifer": "a conifer",
}


def title(name: str) -> str:
    """The title of the choice."""
    return f"The plant of {in_sentence(name)}"


def proposal(species: str, tie: Tie) -> str:
    """One line that says what is proposed and why."""
    return f"{species} is proposed for {KINDS[tie.kind]}{_because(tie)}."


def take(species: str) -> str:
    """The button that takes the proposal."""
    return f"Take the proposal ({species})"


def named(species: str, habit: str, *marks: str) -> str:
    """A plant as a screen reader says it."""
    return ", ".join((species, HABITS.get(habit, habit), *marks))


def unknown(species: str, known: str) -> str:
    """What the command line says to a species that does not exist."""
    return f"“{species}” is no plant here; there are {known}."


def _because(tie: Tie) -> str:
    match tie.by:
        case "tag":
            return f" (tag “{in_sentence(tie.word)}”)"
        case "title":
            return f" (“{in_sentence(tie.word)}”)"
        case _:
            return ""
