"""What was done, in the past tense, for the history, for undo and for toasts."""

from __future__ import annotations

from datetime import date

from gardener.domain.changes import What
from gardener.domain.opportunity import StepKind
from gardener.domain.stage import Stage
from gardener.words.beds import NAMES
from gardener.words.dates import counted, short_day
from gardener.words.names import in_sentence
from gardener.words.opportunities import STEPS, season_name

_KINDS = {
    "meeting": "a meeting",
    "call": "a call",
    "video": "a video call",
    "email": "an email",
    "message": "a message",
    "event": "an event",
    "letter": "a letter",
    "other": "an exchange",
}
_LINKS = {"outgoing": "to", "incoming": "from", "mutual": "with"}


def done(what: What) -> str:
    """One sentence without a full stop: 'Logged an email to Jane Miller'."""
    facts = what.facts
    name = in_sentence(str(facts.get("name", "")))
    match what.code:
        case "add":
            return f"Planted {name}"
        case "edit":
            return f"Edited {name}"
        case "note":
            return f"Noted something about {name}"
        case "common":
            return f"Changed the common ground with {name}"
        case "tag":
            return f"Changed the tags of {name}"
        case "species":
            return f"Gave {name} another plant"
        case "remove":
            return f"Removed {name}"
        case "log" | "edit-log" | "remove-log":
            return f"{_LOGGED[what.code]} {exchange(what)}"
        case "move":
            return f"Moved {name} to {NAMES[Stage(str(facts['to']))]}"
        case "place":
            return f"Moved {name} within the bed"
        case "rest":
            until = (
                f" until {short_day(date.fromisoformat(str(facts['until'])))}" if facts.get("until") else ""
            )
            return f"Let {name} rest{until}"
        case "wake":
            return f"Woke {name}"
        case "leave-alone":
            return f"Marked {name} as left alone"
        case "leave-alone-off":
            return f"Took the left-alone mark off {name}"
        case "plan":
            return f"Planned for {name}: {facts['text']}"
        case "edit-plan":
            return f"Changed the plan for {name}: {facts['text']}"
        case "plan-done":
            return f"Done for {name}: {facts['text']}"
        case "remove-plan":
            return f"Took the plan for {name} away: {facts['text']}"
        case "dismiss":
            return f"Let go of {_LOOPS[str(facts['kind'])]} {name}"
        case "add-opportunity" | "edit-opportunity" | "remove-opportunity":
            return f"{_KEPT[what.code]} {chance(what)}"
        case "step" | "remove-step":
            step = STEPS[StepKind(str(facts["step"]))].lower()
            day = short_day(date.fromisoformat(str(facts["date"])))
            taken = "Noted" if what.code == "step" else "Took away"
            return f"{taken} for {chance(what)}: {step} on {day}"
        case "add-target":
            return f"Put {in_sentence(str(facts['employer']))} on the list of employers"
        case "remove-target":
            return f"Took {in_sentence(str(facts['employer']))} off the list of employers"
        case "introduce" | "edit-introduction" | "remove-introduction":
            return f"{_KEPT[what.code]} the introduction to {name} by {in_sentence(str(facts.get('by', '')))}"
        case (
            "start-season"
            | "pause-season"
            | "resume-season"
            | "end-season"
            | "rename-season"
            | "remove-season"
        ):
            return f"{_SEASONS[what.code]} {season_name(name, date.fromisoformat(str(facts['date'])))}"
        case "import":
            brought = f"{counted(int(facts['new']), 'new person', 'new people')}, {facts['merged']} merged"
            file = str(facts["file"]).replace("\\", "/").rpartition("/")[2]
            return f"Imported {file}{_more(int(facts['files']))}: {brought}"
        case "take-back":
            restored = int(facts.get("restored", 0))
            also = f", {restored} as before" if restored else ""
            return (
                f"Took back batch {facts['batch']}: {counted(int(facts['removed']), 'contact')} removed{also}"
            )
        case "check-in":
            return f"Done for {short_day(date.fromisoformat(str(facts['date'])))}"
        case "seen":
            return f"Looked at {name}" if name else "Looked at what changed meanwhile"
        case "let-be":
            return f"Let {name} be"
        case "tomorrow":
            return f"Put {name} off until tomorrow"
        case "winter":
            until = (
                f" until {short_day(date.fromisoformat(str(facts['until'])))}" if facts.get("until") else ""
            )
            return f"Let the whole garden rest{until}"
        case "after-talk":
            return f"Noted what the talk with {name} brought"
        case "plan-thanks":
            return f"Planned thanks for {counted(int(facts['count']), 'person', 'people')}"
        case "winter-over":
            return "Ended the rest of the garden"
        case "choose":
            return f"Set {facts['key']} to {facts['value'] or 'its default'}"
        case "soil-learnt":
            count = counted(
                int(facts["predictions"]), "prediction that has come due", "predictions that have come due"
            )
            return f"Learnt how this garden answers, from {count}"
        case "soil-reset":
            return "Put the soil back to what it is at first"
        case "sample":
            return f"Planted a sample of {counted(int(facts['contacts']), 'person', 'people')}"
        case "leave-sample":
            stays = f", {counted(int(facts['kept']), 'contact')} of your own stayed" if facts["kept"] else ""
            return f"Left the sample garden{stays}"
        case _:
            return what.code.replace("-", " ").capitalize()


_LOOPS = {
    "reply": "a reply to",
    "thanks": "thanks to",
    "promise": "a promise to",
    "plan": "a plan for",
    "introduction": "following up the introduction to",
    "opt-in": "asking about the second yes",
    "tell": "telling what came of it to",
    "application": "the application to",
}
_KEPT = {
    "add-opportunity": "Added",
    "edit-opportunity": "Changed",
    "remove-opportunity": "Removed",
    "introduce": "Noted",
    "edit-introduction": "Changed",
    "remove-introduction": "Removed",
}
_SEASONS = {
    "start-season": "Started",
    "pause-season": "Paused",
    "resume-season": "Went on with",
    "end-season": "Ended",
    "rename-season": "Renamed",
    "remove-season": "Removed",
}
_LOGGED = {"log": "Logged", "edit-log": "Corrected", "remove-log": "Deleted"}


def chance(what: What) -> str:
    """'Analyst at Meridian'."""
    facts = what.facts
    return f"{in_sentence(str(facts['role']))} at {in_sentence(str(facts['employer']))}"


def exchange(what: What) -> str:
    """'an email to Jane Miller and 2 others'."""
    others = int(what.facts.get("others", 0))
    also = f" and {counted(others, 'other')}" if others else ""
    kind = _KINDS.get(str(what.facts["kind"]), "an exchange")
    return f"{kind} {_LINKS[str(what.facts['direction'])]} {in_sentence(str(what.facts['name']))}{also}"


def _more(files: int) -> str:
    return f" and {counted(files - 1, 'more file')}" if files > 1 else ""
