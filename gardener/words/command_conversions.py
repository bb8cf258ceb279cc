"""What the command line says of introductions, opportunities, seasons and the way to an employer."""

from __future__ import annotations

from collections.abc import Mapping

from gardener.words.command_help import Help

COMMANDS: Mapping[str, Help] = {
    "introduce": Help(
        "introduce --by NAME --to NAME [--offered | --requested] [options]",
        "note who led to whom",
        'gardener introduce --by "Jane Miller" --to "Gus Jones" --offered --new\n'
        'gardener introduce --by "Nia Cole" --to "Uma Rao" --requested --agreed by',
        "An introduction is offered unless you say that you asked for it. With --new the one you were led to is planted\n"
        "as a seed. --agreed keeps the yes of the introducer (by) and of the one introduced (to): with both, nobody is\n"
        "surprised.",
    ),
    "introduction": Help(
        "introduction list | edit ID [options] | remove ID",
        "the introductions there are, and what became of them",
        "gardener introduction edit 3f2a91c4 --outcome met --thanked",
    ),
    "opportunity": Help(
        "opportunity add | edit | step | list | show | remove",
        "what it became: interviews, offers, and by whose help",
        'gardener opportunity add --employer Meridian --role Analyst --thanks-to "Uma Rao" --deadline 2026-04-01\n'
        "gardener opportunity step 3f2a91c4 interview --date 2026-04-09",
        "Dated steps may lie ahead; they then stand in “gardener today”. Whom it is owed to decides who bears the fruit.",
    ),
    "season": Help(
        "season [start [NAME] | pause | resume | end | rename NAME]",
        "conversations and what they became, with their ranges; a job search begun, paused, ended",
        "gardener season\ngardener season start Spring",
        "Without a started season the whole history is counted. An interview that is owed to nobody stands apart.",
    ),
    "way": Help(
        "way [EMPLOYER] [--target | --no-target]",
        "who leads to an employer, best first, each with what the ask guard says",
        "gardener way Meridian\ngardener way Kestrel Labs --target",
        "People there now or before, and those who know them by an introduction. Whole words count: Ada is not at Adams.\n"
        "Without EMPLOYER: those on your list and those you applied to, where nobody leads first.",
    ),
}
OPTIONS: Mapping[str, str] = {
    "employer": "the employer",
    "role": "the role",
    "thanks-to": "whom it is owed to; several names, or the option several times",
    "posting-url": "where the posting stands",
    "posting": "the posting’s text",
    "salary": "what it pays",
    "deadline": "apply by (YYYY-MM-DD)",
    "resume": "the version of your résumé that was sent",
    "opportunity-notes": "notes about it",
    "opportunity-id": "its id, as short as “opportunity list” shows it",
    "step": "{choices}",
    "step-date": "its day, which may lie ahead (default: today)",
    "remove": "take the step away (without --date the last of that kind)",
    "all-opportunities": "also those that have ended",
    "introduced-by": "who led to them",
    "introduced-to": "whom they led to",
    "offered": "they offered it, unasked",
    "requested": "you asked for it",
    "outcome": "what became of it: {choices}",
    "thanked": "they have your thanks",
    "not-thanked": "they do not have your thanks yet",
    "agreed": "who has said yes to it: {choices}",
    "told": "the introducer has heard what came of it",
    "introduction-date": "when (YYYY-MM-DD; default: today)",
    "how": "how it came about",
    "new": "plant the one introduced as a new seed",
    "introduction-id": "its id, as short as “introduction list” shows it",
    "and-rest": "and let the whole garden rest from today on",
    "season-name": "what the season is called",
    "way-employer": "the employer; without it those on your list",
    "target": "put the employer on your list",
    "no-target": "take the employer off your list",
    "former": "an employer of before",
}

_OPPORTUNITY = "--employer TEXT --role TEXT [--thanks-to NAME ...] [--deadline DATE] [options]"
OPPORTUNITY_DEEDS: Mapping[str, Help] = {
    "add": Help(
        f"add {_OPPORTUNITY}",
        "add an opportunity",
        'gardener opportunity add --employer Meridian --role Analyst --thanks-to "Uma Rao"',
    ),
    "edit": Help(
        "edit ID [options]",
        "change what is known of it",
        'gardener opportunity edit 3f2a91c4 --salary "52 000" --thanks-to "+Nia Cole"',
        "People that are given replace those there are; +NAME adds, -NAME takes away. An empty value ('') empties a field.",
    ),
    "step": Help(
        "step ID STEP [--date DATE] [--remove]",
        "note a step, which may lie ahead",
        "gardener opportunity step 3f2a91c4 interview --date 2026-04-09",
    ),
    "list": Help("list [--all]", "those that run, what comes next first", "gardener opportunity list --all"),
    "show": Help(
        "show ID", "one of them: steps, posting, and by whose help", "gardener opportunity show 3f2a91c4"
    ),
    "remove": Help("remove ID", "take it away (undo gives it back)", "gardener opportunity remove 3f2a91c4"),
}
INTRODUCTION_DEEDS: Mapping[str, Help] = {
    "list": Help("list", "all of them, newest first", "gardener introduction list"),
    "edit": Help(
        "edit ID [options]",
        "what became of it",
        "gardener introduction edit 3f2a91c4 --outcome met --thanked",
    ),
    "remove": Help("remove ID", "take it away (undo gives it back)", "gardener introduction remove 3f2a91c4"),
}
SEASON_DEEDS: Mapping[str, Help] = {
    "start": Help("start [NAME]", "begin a job search today", "gardener season start Spring"),
    "pause": Help("pause", "pause it", "gardener season pause"),
    "resume": Help("resume", "go on with it", "gardener season resume"),
    "end": Help("end [--winter]", "end it, today being its last day", "gardener season end --winter"),
    "rename": Help("rename [NAME]", "call it something else", "gardener season rename Spring"),
}
THANKED_OR_NOT = "Say either --thanked or --not-thanked."
EMPLOYER_WANTED = "Say which EMPLOYER."


def nobody_introduced(name: str) -> str:
    """A name that nobody has, for whom an introduction may plant a seed."""
    return f"Nobody here is called “{name}”; with --new they are planted as a seed."


def ended_opportunities(count: int) -> str:
    """Those that the list leaves out."""
    return f"and {count} that {'has' if count == 1 else 'have'} ended (--all shows {'it' if count == 1 else 'them'})"
