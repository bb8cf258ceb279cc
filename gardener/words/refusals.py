"""Why something could not be done: one clear sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gardener.domain.changes import Named, Refusal
from gardener.domain.stage import Stage
from gardener.words.beds import NAMES
from gardener.words.dates import number, short_day

_FIELDS = {
    "name": "name", "org": "organisation", "title": "title", "birthday": "birthday", "notes": "note",
    "note": "note", "nicknames": "nickname", "emails": "e-mail address", "phones": "phone number", "urls": "link",
    "addresses": "address", "tags": "tag", "common": "line of common ground", "gives": "gift", "plan": "plan",
    "former": "former employer", "employer": "employer", "role": "role", "url": "link", "salary": "salary",
    "resume": "résumé version", "posting": "posting", "season": "name of a season",
}  # fmt: skip


def sentence(refusal: Refusal) -> str:
    """The refusal as one sentence; choices are not in it (see `choice`)."""
    facts = refusal.facts
    match refusal.code:
        case "unknown-name" if "on" in facts:
            return f"{facts['name']} was not in the garden yet on {facts['on']}."
        case "unknown-name":
            hint = " Did you mean one of these?" if refusal.choices else ""
            return f"Nobody here is called “{facts['name']}”.{hint}"
        case "ambiguous-name":
            could = f"“{facts['name']}” could be {facts['count']} contacts"
            return f"{could}; name one by e-mail or by the first eight characters of its id."
        case "unknown-value":
            hint = f" Did you mean “{facts['field']}:{facts['like']}”?" if facts["like"] else ""
            field = facts["field"]
            return f"There is no “{field}:{facts['value']}”; “{field}:” takes {facts['known']}.{hint}"
        case "empty-name":
            return "A name is wanted."
        case "unknown-plan":
            return f"There is no plan with the id “{facts['id']}”."
        case "ambiguous-plan":
            return f"The ids of {facts['count']} plans begin with “{facts['id']}”; give more of it."
        case "ambiguous-loop":
            return f"“{facts['id']}” could be {facts['count']} of what waits for you; give more of it."
        case "unknown-loop":
            return f"Nothing open has the id “{facts['id']}”."
        case "few-predictions":
            have = number(int(facts["has"]))
            return f"{have} of this garden’s own predictions have come due; from {facts['needs']} on they teach something."
        case "empty-plan":
            return "A plan wants a few words."
        case "empty-note":
            return "There is nothing to note."
        case "unknown-opportunity":
            return f"There is no opportunity with the id “{facts['id']}”."
        case "ambiguous-opportunity":
            return f"“{facts['id']}” could be {facts['count']} opportunities; give more of the id."
        case "empty-employer":
            return "An employer is wanted."
        case "empty-role":
            return "A role is wanted."
        case "no-step":
            return f"There is no step “{facts['step']}” at {facts['employer']}."
        case "unknown-target":
            return f"“{facts['employer']}” is not on the list of employers."
        case "unknown-introduction":
            return f"There is no introduction with the id “{facts['id']}”."
        case "ambiguous-introduction":
            return f"The ids of {facts['count']} introductions begin with “{facts['id']}”; give more of it."
        case "self":
            return f"{facts['name']} cannot lead to themselves."
        case "season-running":
            since = date.fromisoformat(str(facts["date"]))
            return f"A season has been running since {short_day(since)} {since.year}; end it first."
        case "no-season":
            return "No season is running."
        case "nobody":
            return "An interaction needs at least one contact."
        case "gone":
            return "This contact is not in the garden any more."
        case "no-species":
            from gardener.words import species

            return species.unknown(str(facts["species"]), str(facts["known"]))
        case "future":
            return f"{facts['date']} lies in the future; only plans and steps may."
        case "past":
            return f"{facts['date']} is already past."
        case "bad-minutes":
            return f"A duration of {facts['minutes']} minutes is out of range (1 to {facts['limit']})."
        case "bad-characters":
            return f"The {_FIELDS[str(facts['field'])]} holds characters that cannot be kept (NUL or broken ones)."
        case "too-long":
            field, length, limit = _FIELDS[str(facts["field"])], int(facts["length"]), int(facts["limit"])
            return f"The {field} is too long: {number(length)} characters, at most {number(limit)} are kept."
        case "bad-email":
            return f"“{facts['email']}” is not an e-mail address."
        case "direction-needed":
            return (
                f"Say who began this {facts['kind']}: --direction outgoing (you), incoming (they) or mutual."
            )
        case "reason-not-for-this-bed":
            return f"A reason belongs to the compost, not to {NAMES[Stage(str(facts['stage']))]}."
        case "already-taken-back":
            return f"Batch {facts['batch']} was already taken back on {facts['date']}."
        case "unknown-batch":
            return f"There is no batch {facts['batch']}."
        case "unknown-interaction":
            return f"There is no interaction with the id “{facts['id']}”."
        case "ambiguous-interaction":
            return f"The ids of {facts['count']} interactions begin with “{facts['id']}”; give more of it."
        case "bad-count":
            return f"{facts['count']} is no number of deeds; ask for at least one."
        case "unknown-choice":
            return f"There is no setting “{facts['key']}”; there are {facts['known']}."
        case "bad-choice":
            return (
                f"“{facts['value']}” does not fit {facts['key']}: from {facts['least']} to {facts['most']}."
            )
        case "bad-date":
            if facts.get("timed"):
                wanted = "YYYY-MM-DDTHH:MM, such as 2026-03-12T09:30"
                return f"“{facts['value']}” is not a date with its time; write it as {wanted}."
            return f"“{facts['value']}” is not a date; write it as YYYY-MM-DD, such as 2026-03-12."
        case "bad-path":
            return "The name of the file holds characters that no file can have."
        case "garden-itself":
            return f"{facts['path']} is the garden itself; nothing was written."
        case "nothing-to-undo":
            return "There is nothing to undo."
        case "nothing-to-redo":
            return "There is nothing to do again."
        case "bad-preference":
            return f"“{facts['value']}” does not fit {facts['key']}: it takes {facts['takes']}."
        case "preferences-not-saved":
            return f"{facts['path']} cannot be written ({facts['error']}); the preferences are as they were."
        case "snapshot-not-written":
            return f"{facts['path']} could not be written."
        case "lapse-not-written":
            return f"The time-lapse could not be written to {facts['path']}: {facts['why']}. Nothing was kept of it."
        case "another-day":
            return "Another day than today is looked at; nothing can be changed there."
        case "in-disguise":
            return "Names are hidden for a picture, and nothing can be changed meanwhile. Show them again in the View menu."
        case "no-folder":
            return f"There is no folder {facts['path']}."
        case "no-sample":
            return "This is no sample garden; it stays as it is."
        case "not-empty":
            return "This garden already has contacts; a sample is planted only in an empty one."
        case code if code.startswith("capture-"):
            from gardener.words import capture

            return capture.refused(code, facts)
        case _:
            return f"That could not be done ({refusal.code})."


def choice(named: Named) -> str:
    """One of several contacts: name, what tells them apart, id."""
    return f"{named.name} · {named.detail} · {named.id}" if named.detail else f"{named.name} · {named.id}"


def file_sentence(code: str, facts: Mapping[str, object]) -> str:
    """What is wrong with the garden's file."""
    path = facts.get("path", "the garden’s file")
    match code:
        case "missing":
            return f"There is no garden at {path}."
        case "exists":
            return f"There is already something at {path}."
        case "not-a-file":
            return f"{path} is not a file."
        case "unreadable":
            return f"{path} cannot be opened: permission is missing."
        case "bad-name":
            return f"{path} is no name that a file can have here."
        case "foreign":
            return f"{path} is not a garden; it was left untouched."
        case "empty":
            return f"{path} is damaged: it holds no garden (0 bytes, or no tables). It was left untouched."
        case "newer":
            by = facts.get("written_by") or facts.get("version") or "a newer version"
            return f"{path} was written by a newer Gardener ({by}); open it with that one. It was left untouched."
        case "damaged":
            return f"{path} is damaged; it was left as it is."
        case "full":
            return "The disk is full: nothing was saved, nothing was lost. Free some space and try again."
        case "read-only":
            return f"{path} can only be read here: nothing was saved."
        case "locked":
            return "Another program is writing to this garden; nothing was saved. Try again in a moment."
        case _:
            return f"{path} could not be read or written; nothing was saved."


_UNREADABLE = {
    "empty": "the file is empty",
    "not-text": "this is not a text file",
    "unknown-format": "this is no vCard, and no table of people that is known here",
    "archive": "this archive holds no vCard and no table of people (a spreadsheet is read once it is saved as CSV)",
    "calendar": "this is a calendar; only people are read here, as vCards or tables",
    "mail": "this is mail; only people are read here, as vCards or tables",
    "linkedin-other": "this is another table of LinkedIn’s; the people are in its Connections.csv",
    "address-book": "the headings of this table are not known here; a vCard (.vcf) of the same program is read",
    "no-people": "not a single person was found in it",
    "too-large": "the file is larger than 200 MB",
    "too-many": "it holds more people than can be brought in at once; divide it",
    "missing": "there is no such file",
    "not-a-file": "this is not a file",
    "unreadable": "the file cannot be opened",
}


def unreadable(path: str, code: str) -> str:
    """Why a file to import gave nobody."""
    return f"{path}: {_UNREADABLE.get(code, 'the file could not be read')}."


_SKIPPED = {
    "empty": "neither a name nor a means of contact",
    "agent": "a card inside another card",
    "blank-row": "an empty row",
    "header-row": "the headings once more",
    "nameless": "neither a name nor a means of contact",
    "unreadable-row": "the row could not be read",
    "group": "a group, not a person",
}


def skipped(reason: str) -> str:
    """Why a card or row was left out."""
    return _SKIPPED.get(reason, reason)


_QUESTIONS = {
    "shared-address": "shares an e-mail address with a contact of another name",
    "several": "could be several contacts",
    "keys-disagree": "is named by two contacts at once",
}


def question(reason: str) -> str:
    """Why only the person can tell whom a card means."""
    return _QUESTIONS.get(reason, reason)


_KEPT = {
    "later-batch": "a later import merged into it",
    "spoken-to": "you have been in touch since",
    "planned": "there is a plan for it",
    "introduced": "it is part of an introduction",
    "owed": "an opportunity is owed to it",
    "edited": "you have changed it since",
}


def kept(reason: str) -> str:
    """Why a contact stays when its batch is taken back."""
    return _KEPT.get(reason, reason)
