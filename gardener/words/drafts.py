"""What is said of a draft: each finding with the rule it rests on."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Check a draft"
HINT = "Paste or write your message here; it stays on this computer and is not kept."
ACTION, ACTION_HINT = (
    "Check a draft…",
    "Paste a message before you send it: where the ask stands, whose message it is",
)
EMPTY = "Paste a message, and this says what it asks for, where, and how much of it is about you."
CLOSE, COPY = "Close", "Copy the message"
EXAMPLE = (
    "Hi,\nI am looking for a new role and I think I would fit in at your company. Could you introduce me to your boss?\n"
    "I have ten years of experience, and my CV is attached. Best wishes"
)
"""An invented message, for pictures of the window."""
ASKS = {
    "question": "a question",
    "advice": "advice",
    "introduction": "an introduction",
    "referral": "a referral",
    "vouching": "being vouched for",
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def for_whom(name: str) -> str:
    """The title of the dialog."""
    return f"{TITLE} for {name}"


def finding(code: str, facts: Mapping[str, str | int | float]) -> tuple[str, str]:
    """A finding: what was found, and the rule behind it."""
    match code:
        case "ask-early":
            return (
                f"The ask stands in sentence {facts['sentence']} of {facts['of']}.",
                "An ask in the first two sentences comes before anything about them; let it come after.",
            )
        case "ask-late":
            return (
                f"The ask comes in sentence {facts['sentence']} of {facts['of']}.",
                "It has something to grow on: more than two sentences stand before it.",
            )
        case "no-ask":
            return "It asks for nothing.", "A message without an ask is the easiest to answer."
        case "several-asks":
            rule = "One ask at a time is answered more easily; keep the one that matters."
            return f"It asks {facts['count']} times.", rule
        case "weight":
            what = ASKS[str(facts["ask"])]
            return f"Its heaviest ask is {what}.", "The guard below says whether the tie bears it now."
        case "about-me":
            return (
                f"{facts['share']} % of it is about you, by the words I, me, my against you, your.",
                "Below 60 % it is a message to them; above, it is one about yourself.",
            )
        case "common":
            rule = "Something shared gives them something to grab onto."
            return f"It takes up your common ground (“{facts['word']}”).", rule
        case "no-common":
            return (
                "It takes up none of your common ground.",
                f"You know of them, for example: {facts['line']}",
            )
        case "no-question":
            return (
                "It asks nothing about them.",
                "One question about them shows that the message is theirs too.",
            )
        case "long":
            return (
                f"It has {facts['words']} words.",
                "Beyond 180 words, or about a minute, many put the answer off.",
            )
        case "unanswered" if int(facts["number"]) == 1:
            return "Nothing of yours is unanswered.", "It would be the first word they have not answered yet."
        case "unanswered":
            number = int(facts["number"])
            which = _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"
            return (
                f"It would be the {which} in a row without an answer.",
                "Each unanswered word lowers the chance of a reply; the guard below says from when one does no harm.",
            )
        case _:
            return code, ""
