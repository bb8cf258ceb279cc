"""What the command line says of itself: every command with its use, its options and an example."""

from __future__ import annotations

from collections.abc import Mapping

from gardener.words import command_conversions as conversions
from gardener.words.command_help import Help

NAME = "gardener"
VERSION = "print the version and end"
ABOUT = "A garden of the people you look for work through: whom to water today, and whom to let be."
WINDOW = (
    "Without a command the window opens; files that are named instead of one are shown there, to be imported."
)
EXIT = "Exit status: 0 done, 1 it could not be done, 2 wrong usage, 3 the guard warns and nothing was saved."
NAMES = (
    "NAME is an id or its first eight characters, an e-mail address, a whole name (case and accents do not count),\n"
    "or the beginning of one that no other contact shares. DATE is YYYY-MM-DD."
)
MORE = "“gardener COMMAND --help” tells more of a command, with an example."


COMMANDS: Mapping[str, Help] = {
    "add": Help(
        "add NAME [options]",
        "plant a new contact",
        'gardener add "Jane Miller" --org Northlight --email jane@northlight.example --tag alumni --met 2026-03-12',
        "Options with a list can be given several times.",
    ),
    "edit": Help(
        "edit NAME [options]",
        "change what is known of a contact",
        'gardener edit "Jane Miller" --title "Head of Product" --tag +speaker --phone -555-0100',
        "A list that is given replaces the one there is; +X adds X to it, -X takes X away. An international number\n"
        "keeps its plus: --phone \"+49 30 901820\" adds that number. An empty value ('') empties the field.\n"
        "--species names the plant that stands for them, by its name or id: larch, “prickly pear”.",
    ),
    "remove": Help(
        "remove NAME",
        "take a contact away, with their history (undo gives both back)",
        'gardener remove "Jane Miller"',
    ),
    "forget": Help(
        "forget NAME [--backups]",
        "take a person out of the file and its whole history for good",
        'gardener forget "Tom Park" --backups',
        "It cannot be undone, and asks once where it is typed by hand. What others did with them stays, without them;\n"
        "their name in other notes becomes “somebody”. --backups forgets them in the copies beside the garden too.",
    ),
    "note": Help(
        "note NAME TEXT",
        "write down something about a contact that is no interaction",
        'gardener note "Jane Miller" "starts at Northlight in May"',
    ),
    "common": Help(
        "common NAME --theirs TEXT | --mine TEXT",
        "common ground: what I know of them, what they know of me",
        'gardener common "Jane Miller" --theirs "grows tomatoes on a balcony" --mine "my time in Oslo"',
        "Each line is added; one that begins with - is taken away.",
    ),
    "tag": Help(
        "tag NAME [+TAG | -TAG ...]",
        "add and take away tags",
        'gardener tag "Jane Miller" +alumni -conference',
        "Without a tag it shows those there are.",
    ),
    "consider": Help(
        "consider NAME ... [--kind KIND] [--ask ASK]",
        "what the guards say of writing or calling today; saves nothing",
        'gardener consider "Jane Miller" --kind email --ask introduction',
        "Exit status 3 when they warn, else 0.",
    ),
    "log": Help(
        "log TEXT [--new] [--anyway] | log --with NAME ... --kind KIND [options]",
        "log what has happened: a talk, a mail, a call; in a sentence or by options",
        'gardener log "coffee with Jane Miller yesterday 40 min, mostly about her move"\n'
        'gardener log "call Bob on Friday"\n'
        'gardener log --with "Jane Miller" --kind meeting --minutes 45 --about theirs --note "coffee at Ritual"\n'
        'gardener log --with "Jane Miller" --kind email --direction outgoing --ask advice',
        "A sentence is understood here, on this computer. What it leaves open (two people of one name, a day that can\n"
        "be two) is asked: then nothing is saved, the choices are listed and the exit status is 1. Somebody unknown\n"
        "is planted only with --new. What lies ahead becomes a plan.\n"
        "A meeting, call, video call or event is mutual if nothing else is said; of the others say who began.\n"
        "When the guards warn of an outgoing one of today, nothing is saved and the exit status is 3; --anyway goes on.",
    ),
    "check-draft": Help(
        "check-draft NAME [TEXT]",
        "look a message over before it is sent: where its ask stands, and what the guards say; saves nothing",
        'gardener check-draft "Jane Miller" < message.txt',
        "Without TEXT it is read from standard input. Exit status 3 when the guards warn, else 0.",
    ),
    "edit-log": Help(
        "edit-log ID [options]",
        "correct an interaction",
        "gardener edit-log 3f2a91c4 --date 2026-03-11 --direction incoming",
        "ID stands beside the interaction in “gardener show NAME”; its beginning is enough. People (--with) and gives\n"
        "are lists: given ones replace, +X adds, -X takes away. “none” empties --minutes, --about and --ask.",
    ),
    "remove-log": Help("remove-log ID", "delete an interaction", "gardener remove-log 3f2a91c4"),
    "move": Help(
        "move NAME STAGE [--reason REASON]",
        "move a plant to another bed",
        'gardener move "Jane Miller" growing\ngardener move "Tom Park" compost --reason moved-on',
    ),
    "rest": Help(
        "rest NAME [--until DATE]",
        "let a contact rest: in no list until then",
        'gardener rest "Jane Miller" --until 2026-09-01',
    ),
    "wake": Help("wake NAME", "end a contact’s rest", 'gardener wake "Jane Miller"'),
    "leave-alone": Help(
        "leave-alone NAME [--off]",
        "mark a contact who asked not to be contacted",
        'gardener leave-alone "Tom Park"',
    ),
    "plan": Help(
        "plan NAME TEXT --day DATE [--kind KIND] | plan done ID | plan edit ID [TEXT] | plan remove ID",
        "plan something with a contact, for a day that may lie ahead",
        'gardener plan "Jane Miller" "ask how the move went" --day 2026-04-02\n'
        "gardener plan done 3f2a91c4\n"
        'gardener plan edit 3f2a91c4 "ask about the new team" --day 2026-04-09',
        "A talk, a follow-up and thanks are done by logging them; a promise is done when you say so. ID stands beside\n"
        "the plan in “gardener today” and “gardener show NAME”; its beginning is enough. A contact who is called\n"
        "“done”, “edit” or “remove” is named by e-mail address or id.",
    ),
    "loop": Help(
        "loop dismiss ID",
        "let go of something that waits for you: a reply, thanks, a plan",
        "gardener loop dismiss reply:3f2a91c4",
        "ID stands beside it in “gardener today” and “gardener show NAME”.",
    ),
    **conversions.COMMANDS,
    "today": Help(
        "today [--done | --week]",
        "the check-in: what changed, a few to water, whom to let be, what is open",
        "gardener today\ngardener today --done\ngardener today --week",
        "--done records today’s round as done (once a day; again is no change, undo takes it back). --week shows the week\n"
        "in review: what was planted, watered, flowered and composted, and what is on in the days to come.",
    ),
    "winter": Help(
        "winter [--until DATE] [--reason REASON] | winter --off",
        "let the whole garden rest: nothing withers, nothing asks for you",
        "gardener winter --until 2026-12-31 --reason holiday\ngardener winter --off",
        "For a holiday, an illness, a new job. What is done meanwhile is kept as ever; the guards still speak.",
    ),
    "show": Help(
        "show NAME [--full]",
        "one contact: growth and why, the guard’s word, history",
        'gardener show "Jane Miller"',
    ),
    "list": Help(
        "list [QUERY]",
        "the contacts, or those that match",
        "gardener list\ngardener list is:thirsty tag:alumni",
        "Every word of QUERY must fit: the beginning of a word of the name, organisation, title, tags, addresses,\n"
        "notes or common ground; or stage:growing, is:thirsty, tag:alumni, org:north, title:head, mail:example.",
    ),
    "search": Help(
        "search QUERY",
        "everything that matches, best first: people, notes, what happened, plans, opportunities",
        "gardener search boston\ngardener search jane move",
        "Every word must stand in it, or begin one; the names of those who took part count as well.",
    ),
    "import": Help(
        "import FILE ... [--format FORMAT] [--dry-run]",
        "bring contacts in from vCards, LinkedIn’s Connections.csv or an address book as CSV",
        "gardener import contacts.vcf Connections.csv --dry-run",
        "What a file is, its content tells. Who is here already is merged, never doubled; the whole import can be\n"
        "taken back later (“gardener batches”, “gardener take-back N”).",
    ),
    "export": Help(
        "export FILE [--format FORMAT]",
        "everybody as vCards or as a table, for other programs",
        "gardener export people.vcf\ngardener export people.vcf --format vcard-4.0\ngardener export people.csv",
        "What a vCard that was imported said beyond what Gardener knows is kept in it, line for line. In the table no cell\n"
        "is taken for a formula. The whole garden, with its history, is copied by “gardener backup”.",
    ),
    "batches": Help("batches", "the imports, oldest first", "gardener batches"),
    "take-back": Help(
        "take-back N",
        "take an import back; whom you have touched since stays",
        "gardener take-back 1",
    ),
    "undo": Help("undo", "undo the last deed", "gardener undo"),
    "redo": Help("redo", "do again what was undone", "gardener redo"),
    "history": Help("history [N]", "what was done, newest first", "gardener history 50"),
    "time-lapse": Help(
        "time-lapse FILE.gif [options]",
        "the garden from one day to another as an animated picture",
        "gardener time-lapse season.gif --from 2026-01-01 --step 7",
        "By the file’s ending a GIF, a WebP or an animated PNG. Days after today show what wilts if nothing is done, or\n"
        "under a plan of so many touches a week; a touch saves nobody before it is answered.",
    ),
    "snapshot": Help(
        "snapshot FILE [options]",
        "a picture of the window, or of the whole garden as a drawing, without a display",
        'gardener snapshot garden.png --theme dusk --select "Jane Miller" --page contact\n'
        "gardener snapshot garden.svg --hour 18",
        "FILE ends in .png, .svg or .pdf. SVG and PDF hold the whole garden as lines and shapes, sharp at any size.",
    ),
    "sample": Help(
        "sample [--contacts N] [--seed S]",
        "plant a sample garden, in a file that has no contacts yet",
        "gardener --garden sample.gardener sample",
    ),
    "check": Help("check", "the health of the garden’s file", "gardener check"),
    "backup": Help(
        "backup [FILE]",
        "copy the whole garden, with its history, to a file",
        "gardener backup\ngardener backup /media/stick/garden-march.gardener",
        "Without FILE it goes into the folder “backups” beside the garden. Copies are made there by themselves too, before\n"
        "an import and about every half hour of changes; all of two days are kept, then one a day, a week, a month.",
    ),
    "restore": Help(
        "restore FILE",
        "put a copy of the garden in its place; the present one is kept",
        "gardener restore backups/garden-2026-03-12-091500.gardener",
        "The answer names where the present garden is kept; restoring that one brings it back.",
    ),
    "settings": Help(
        "settings [KEY [VALUE | --default]]",
        "the garden’s choices and the program’s preferences",
        "gardener settings\ngardener settings theme dusk\ngardener settings patience --default",
        "The list tells which belong to the garden; those can be undone. The others belong to the program.",
    ),
    "soil": Help(
        "soil [learn | reset]",
        "how this garden answers, learnt from what became of its own predictions",
        "gardener soil\ngardener soil learn\ngardener soil reset",
        "The window learns it once a month. “reset” goes back to plain, until “learn”; both can be undone.",
    ),
}

OPTIONS: Mapping[str, str] = {
    "soil-deed": "learn it now, or put it back to plain: {choices}",
    "garden": "the garden’s file (default: the one in your data folder)",
    "on": "act and look as if today were DATE",
    "json": "print one JSON object",
    "name-positional": "the contact",
    "name": "a new name",
    "email": "an e-mail address",
    "phone": "a phone number",
    "org": "where they work",
    "title": "what they do there",
    "url": "a web address",
    "tag": "a tag",
    "stage": "the bed: {choices}",
    "met": "the day you met (YYYY-MM-DD)",
    "notes": "notes about them",
    "species": "which plant they are, such as larch; '' is the one that fell to them",
    "theirs": "something you know of them",
    "mine": "something they know of you",
    "draft-text": "the message; without it, or for -, standard input is read",
    "log-text": "what happened, or is to happen, in a sentence",
    "new": "plant people whom the sentence names and nobody knows",
    "with": "who took part; several names, or the option several times",
    "kind": "{choices}",
    "direction": "who began: outgoing (you), incoming (they) or mutual",
    "date": "when: YYYY-MM-DD or YYYY-MM-DDTHH:MM (default: today)",
    "new-date": "when: YYYY-MM-DD (the hour stays) or YYYY-MM-DDTHH:MM",
    "minutes": "how long",
    "about": "whose talk it mostly was: theirs, both or mine",
    "note": "what you want to remember of it",
    "give": "something you gave: a link, help, praise",
    "ask": "what you asked for yourself: {choices}",
    "answer": "what became of the ask: pending, granted or declined",
    "thanks": "it carried your thanks",
    "anyway": "save although the guards warn",
    "reason": "why it ended, for the compost: {choices}",
    "plan-name": "the contact; or done, edit or remove",
    "plan-text": "what to do; of a plan there is: its id, and with edit the new words",
    **conversions.OPTIONS,
    "day": "the day it is meant for (YYYY-MM-DD)",
    "loop-deed": "let go of it",
    "loop-id": "its id, as short as it is shown",
    "until": "the last day of the rest (default: without an end)",
    "off": "take the mark off again",
    "done": "record today’s round as done",
    "week": "the week in review",
    "forget-backups": "forget them in the copies of the garden beside it too",
    "winter-until": "the last day of the rest (default: until it is ended)",
    "winter-reason": "why: {choices}",
    "winter-off": "end the rest of the garden",
    "full": "the whole history and all of the arithmetic",
    "format": "{choices} (default: the content tells)",
    "dry-run": "only say what it would bring",
    "contacts": "how many people (default: 30)",
    "seed": "another garden for another number (default: 1)",
    "note-text": "what to remember",
    "tags": "the contact, then +TAG to add a tag, -TAG to take one away",
    "id": "the interaction’s id, or its beginning",
    "query": "words that must all fit",
    "file": "a vCard (.vcf), a Connections.csv, a CSV of Google Contacts, Outlook, Thunderbird, or a ZIP of these",
    "batch": "the number of the import",
    "export": "a file that ends in .vcf or .csv; one that is there is replaced",
    "export-format": "vcard-3.0, vcard-4.0, csv (default: vcard-3.0 for .vcf)",
    "copy": "where the copy is to lie (default: the folder “backups” beside the garden)",
    "restored": "a copy of the garden",
    "count": "how many deeds (default: 20)",
    "picture": "where to write the picture",
    "key": "one setting",
    "value": "what it shall be",
    "default": "back to the value it has at first",
    "size": "WIDTHxHEIGHT in pixels (default: 1680x1020)",
    "view": "{choices}",
    "select": "the contact that is selected",
    "page": "what stands at the side: {choices}",
    "theme": "{choices}",
    "animation": "where it is written; it ends in .gif, .webp or .png",
    "from": "the first day (default: the garden’s first)",
    "to": "the last day (default: today); it may lie ahead",
    "step": "a picture for every so many days, 1 to 365 (default: 7)",
    "rate": "pictures a second, 1 to 30 (default: 8)",
    "lapse-size": "width and height in pixels (default: 960x600)",
    "once": "it is played once, not again and again",
    "look": "the day to which the time line is moved; it lies before or after today",
    "touches": "touches a week under which a day ahead is looked at, 0 to 10 (default: 0)",
    "hour": "the hour of the light, 0 to 23 (default: 10)",
    "text-size": "how large the text is, 1 to 2 times the usual (default: 1)",
    "scale": "pixels per point, 0.5 to 4 (default: 1)",
    "whole": "all of the garden without its window, as an SVG or PDF always is",
    "redact": "invented names in place of the real ones, words as dots",
}
