"""Every command once: its id, words, keys, handler, when it can be used, and where it is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gardener.domain.changes import What
from gardener.domain.text import fold
from gardener.ui.search_field import COMMAND, Offer
from gardener.words import bar, deeds, drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What decides which commands can be used now."""

    selected: bool = False
    carrying: bool = False
    resting: bool = False
    left_alone: bool = False
    composted: bool = False
    empty: bool = False
    sample: bool = False
    done_today: bool = False
    winter: bool = False
    undo: What | None = None
    redo: What | None = None
    theme: str = "light"
    view: str = "garden"
    disguised: bool = False
    bed_folded: bool = False
    any_folded: bool = False
    season: bool = False
    paused: bool = False
    branch: bool = False
    away: bool = False
    time_line: bool = True
    playing: bool = False


When = Callable[[State], bool]


def _always(_: State) -> bool:
    return True


def _selected(state: State) -> bool:
    return state.selected


def _not_disguised(state: State) -> bool:
    return not state.disguised


def _in_picture(state: State) -> bool:
    return state.view in ("garden", "tree")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. `handler` is a method of `commands.Commands`; `words` may change with the state."""

    id: str
    words: str
    handler: str
    keys: tuple[str, ...] = ()
    when: When = _always
    menu: str = ""
    group: int = 0
    context: bool = False
    says: Callable[[State], str] | None = None
    checked: When | None = None
    hint: str = ""


MENUS = ("&Garden", "&Edit", "&Contact", "&View", "&Time", "&Help")
LOOKING = frozenset({"&View", "&Time", "&Help"})
"""The menus whose commands change nothing: they can be used on another day than today too."""
LOOKING_TOO = frozenset({"find", "quit", "save-picture", "print"})

TIME: tuple[Command, ...] = (
    Command(
        id="time-line",
        words="Time line",
        handler="toggle_time_line",
        keys=("Ctrl+Shift+T",),
        menu="&Time",
        checked=lambda s: s.time_line,
        hint="Show the time line below the garden, or hide it",
    ),
    Command(id="go-time", words="Go to the time line", handler="go_time", keys=("F9",), menu="&Time"),
    Command(
        id="time-today",
        words="Back to today",
        handler="time_today",
        keys=("Alt+End",),
        when=lambda s: s.away,
        menu="&Time",
        group=1,
    ),
    *(
        Command(id=id_, words=words, handler=handler, keys=(key,), menu="&Time", group=1)
        for id_, words, handler, key in (
            ("day-back", "A day back", "day_back", "Alt+Left"),
            ("day-ahead", "A day ahead", "day_ahead", "Alt+Right"),
            ("month-back", "A month back", "month_back", "Alt+PgUp"),
            ("month-ahead", "A month ahead", "month_ahead", "Alt+PgDown"),
            ("first-day", "To the first day", "first_day", "Alt+Home"),
        )
    ),
    Command(
        id="play",
        words="Play the season",
        handler="play",
        keys=("Shift+F9",),
        menu="&Time",
        group=2,
        says=lambda s: "Pause" if s.playing else "Play the season",
        hint="Plays the garden as a time-lapse, from the day that is looked at",
    ),
    Command(
        id="time-lapse",
        words="Export a time-lapse…",
        handler="export_lapse",
        keys=("Ctrl+Shift+E",),
        menu="&Time",
        group=2,
        hint="The garden from day to day as an animated picture",
    ),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        id="import",
        words="Import contacts…",
        handler="import_files",
        keys=("Ctrl+I",),
        when=_not_disguised,
        menu="&Garden",
    ),
    Command(
        id="sample",
        words="Plant a sample garden",
        handler="plant_sample",
        when=lambda s: s.empty,
        menu="&Garden",
    ),
    Command(
        id="leave-sample",
        words="Leave the sample garden",
        handler="leave_sample",
        when=lambda s: s.sample,
        menu="&Garden",
    ),
    Command(
        id="check-in",
        words="Check-in",
        handler="check_in",
        keys=("F5",),
        when=lambda s: not s.empty,
        menu="&Garden",
        group=1,
        hint="Today’s round, one thing at a time, each with its own key",
    ),
    Command(
        id="opportunities",
        words="Opportunities and employers…",
        handler="opportunities",
        keys=("Ctrl+Shift+O",),
        menu="&Garden",
        group=1,
        hint="What it became, and the employers where nobody leads yet",
    ),
    Command(
        id="way",
        words="Who leads to…",
        handler="way",
        keys=("Ctrl+E",),
        when=lambda s: not s.empty,
        menu="&Garden",
        group=1,
        hint="Who leads to an employer, and what their tie would bear",
    ),
    Command(
        id="start-season",
        words="Start a season…",
        handler="start_season",
        when=lambda s: not s.season,
        menu="&Garden",
        group=1,
        hint="One job search: conversations and interviews are counted from its first day on",
    ),
    Command(
        id="pause-season",
        words="Pause the season",
        handler="pause_season",
        when=lambda s: s.season,
        menu="&Garden",
        group=1,
        says=lambda s: "Go on with the season" if s.paused else "Pause the season",
    ),
    Command(
        id="end-season",
        words="End the season",
        handler="end_season",
        when=lambda s: s.season,
        menu="&Garden",
        group=1,
    ),
    Command(
        id="week",
        words="The week in review…",
        handler="week_in_review",
        keys=("Ctrl+Shift+W",),
        when=lambda s: not s.empty,
        menu="&Garden",
        group=1,
    ),
    Command(
        id="winter",
        words="Let the garden rest…",
        handler="winter",
        when=lambda s: not s.empty,
        menu="&Garden",
        group=1,
        says=lambda s: "Wake the garden" if s.winter else "Let the garden rest…",
        hint="For a holiday, an illness, a new job: nothing withers, nothing asks",
    ),
    Command(
        id="reminders",
        words="Reminders…",
        handler="reminders",
        menu="&Garden",
        group=2,
        hint="Why a reminder came or did not, and a test",
    ),
    Command(
        id="thank",
        words="Thank and tell…",
        handler="thank_and_tell",
        when=lambda s: not s.empty,
        menu="&Garden",
        group=1,
        hint="After a job has come: everybody who helped",
    ),
    Command(
        id="done-today",
        words="Done for today",
        handler="done_for_today",
        keys=("Ctrl+D",),
        when=lambda s: not s.done_today,
        menu="&Garden",
        group=1,
    ),
    Command(
        id="history", words="What was done", handler="show_history", keys=("Ctrl+H",), menu="&Edit", group=0
    ),
    Command(
        id="save-picture",
        words="Save a picture…",
        handler="save_picture",
        keys=("Ctrl+Shift+P",),
        when=lambda s: not s.empty,
        menu="&Garden",
        group=3,
        hint="The whole garden as a picture, a drawing for any size, or a document",
    ),
    Command(
        id="print",
        words="Print…",
        handler="print_garden",
        keys=("Ctrl+P",),
        when=lambda s: not s.empty,
        menu="&Garden",
        group=3,
    ),
    Command(
        id="preferences",
        words="Preferences…",
        handler="preferences",
        keys=("Ctrl+,",),
        menu="&Garden",
        group=2,
    ),
    Command(id="quit", words="Quit", handler="leave", keys=("Ctrl+Q",), menu="&Garden", group=2),
    Command(
        id="undo",
        words="Undo",
        handler="undo",
        keys=("Ctrl+Z",),
        when=lambda s: s.undo is not None,
        menu="&Edit",
        says=lambda s: f"Undo: {deeds.done(s.undo)}" if s.undo else "Undo",
    ),
    Command(
        id="redo",
        words="Redo",
        handler="redo",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        when=lambda s: s.redo is not None,
        menu="&Edit",
        says=lambda s: f"Redo: {deeds.done(s.redo)}" if s.redo else "Redo",
    ),
    Command(
        id="cut",
        words="Take up",
        handler="cut",
        keys=("Ctrl+X",),
        when=_selected,
        menu="&Edit",
        group=1,
        context=True,
        hint="Take the plant up; the arrows choose a place, Ctrl+V puts it down",
    ),
    Command(
        id="paste",
        words="Put down",
        handler="paste",
        keys=("Ctrl+V",),
        when=lambda s: s.carrying,
        menu="&Edit",
        group=1,
        hint="Put the plant that was taken up down at the outlined place",
    ),
    Command(id="find", words="Find…", handler="find", keys=("Ctrl+K", "Ctrl+F"), menu="&Edit", group=2),
    Command(id="add", words="Plant a seed…", handler="add_contact", keys=("Ctrl+N",), menu="&Contact"),
    Command(
        id="water",
        words="Water (write)…",
        handler="water",
        keys=("W",),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
        hint="Write to them; the guard’s word stands first",
    ),
    Command(
        id="draft-check",
        words=drafts.ACTION,
        handler="check_draft",
        keys=("Shift+D",),
        when=_selected,
        menu="&Contact",
        group=1,
        hint=drafts.ACTION_HINT,
    ),
    Command(
        id="log",
        words="Log…",
        handler="log",
        keys=("L",),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
        hint="Log a talk, a call or a message",
    ),
    Command(
        id="why",
        words="Why it stands so…",
        handler="why",
        keys=("Y",),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
        hint="What its numbers are made of, and what would change them",
    ),
    Command(
        id="note",
        words="Note…",
        handler="note",
        keys=("T",),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
        hint="Something to remember that is no interaction",
    ),
    Command(
        id="plan",
        words="Plan…",
        handler="plan",
        keys=("P",),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
        hint="Something to do with them on a day that may lie ahead",
    ),
    Command(
        id="introduction",
        words="Introduction…",
        handler="introduction",
        keys=("I",),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
        hint="They led you to somebody, or will: note it, with both yeses",
    ),
    Command(
        id="opportunity",
        words="Opportunity…",
        handler="opportunity",
        keys=("O",),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
        hint="An application, an interview, an offer, and whom it is owed to",
    ),
    Command(
        id="edit",
        words="Edit…",
        handler="edit_contact",
        keys=("E", "F2"),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
    ),
    Command(
        id="species",
        words="Plant…",
        handler="choose_species",
        keys=("Shift+P",),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
        hint="Choose which plant they are, among all of them as theirs would look",
    ),
    Command(
        id="move",
        words="Move to…",
        handler="move_to",
        keys=("M",),
        when=_selected,
        menu="&Contact",
        group=2,
        context=True,
    ),
    Command(
        id="rest",
        words="Let rest",
        handler="rest_or_wake",
        keys=("R",),
        when=_selected,
        menu="&Contact",
        group=2,
        context=True,
        says=lambda s: "Wake" if s.resting else "Let rest",
    ),
    Command(
        id="before",
        words="Before a talk…",
        handler="before_talk",
        keys=("K",),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
        hint="One card: questions about them, common ground, what was said, what is owed",
    ),
    Command(
        id="draft",
        words="Draft…",
        handler="draft",
        keys=("D",),
        when=_selected,
        menu="&Contact",
        group=1,
        context=True,
        hint="Thanks, a follow-up, a word after a long time: to fill in",
    ),
    Command(
        id="rest-until",
        words="Let rest until…",
        handler="rest_until",
        keys=("Shift+R",),
        when=lambda s: s.selected and not s.resting,
        menu="&Contact",
        group=2,
        context=True,
    ),
    Command(
        id="leave-alone",
        words="Leave alone",
        handler="leave_alone",
        when=_selected,
        menu="&Contact",
        group=2,
        context=True,
        says=lambda s: "May be contacted again" if s.left_alone else "Asked not to be contacted",
    ),
    Command(
        id="compost",
        words="Compost…",
        handler="compost",
        keys=("C",),
        when=lambda s: s.selected and not s.composted,
        menu="&Contact",
        group=2,
        context=True,
    ),
    Command(
        id="remove",
        words="Remove",
        handler="remove",
        keys=("Del",),
        when=_selected,
        menu="&Contact",
        group=3,
        context=True,
    ),
    Command(
        id="forget",
        words="Forget for good…",
        handler="forget",
        when=_selected,
        menu="&Contact",
        group=3,
        hint="Takes them out of the file and its whole history; it cannot be undone",
    ),
    Command(
        id="fit",
        words="Whole garden",
        handler="zoom_to_fit",
        keys=("Ctrl+0",),
        when=_in_picture,
        menu="&View",
    ),
    Command(
        id="zoom-in",
        words="Closer",
        handler="zoom_in",
        keys=("Ctrl++", "Ctrl+="),
        when=_in_picture,
        menu="&View",
    ),
    Command(
        id="zoom-out", words="Farther", handler="zoom_out", keys=("Ctrl+-",), when=_in_picture, menu="&View"
    ),
    Command(
        id="zoom-bed",
        words="Bed of the selected plant",
        handler="zoom_to_bed",
        keys=("Ctrl+B",),
        when=lambda s: s.selected and s.view == "garden",
        menu="&View",
    ),
    Command(
        id="fold-bed",
        words="Fold the bed",
        handler="fold_bed",
        keys=("Ctrl+Shift+B",),
        when=lambda s: s.selected and s.view == "garden",
        menu="&View",
        says=lambda s: "Open the bed" if s.bed_folded else "Fold the bed",
        hint="The bed of the selected plant: a lid on it, or off it",
    ),
    Command(
        id="open-beds",
        words="Open every bed",
        handler="open_beds",
        when=lambda s: s.any_folded and s.view == "garden",
        menu="&View",
    ),
    Command(
        id="as-garden",
        words="As a garden",
        handler="view_garden",
        keys=("Ctrl+1",),
        menu="&View",
        group=1,
        checked=lambda s: s.view == "garden",
    ),
    Command(
        id="as-list",
        words="As a list",
        handler="view_list",
        keys=("Ctrl+2",),
        menu="&View",
        group=1,
        checked=lambda s: s.view == "list",
    ),
    Command(
        id="as-tree",
        words="As a family tree",
        handler="view_tree",
        keys=("Ctrl+3",),
        menu="&View",
        group=1,
        checked=lambda s: s.view == "tree",
        hint="Who led to whom, from the first plant to the interview",
    ),
    Command(
        id="as-season",
        words="As a season",
        handler="view_season",
        keys=("Ctrl+4",),
        menu="&View",
        group=1,
        checked=lambda s: s.view == "season",
        hint="How conversations become interviews and offers",
    ),
    Command(
        id="branch",
        words="This branch alone",
        handler="toggle_branch",
        keys=("B",),
        when=lambda s: s.view == "tree" and (s.selected or s.branch),
        menu="&View",
        group=1,
        says=lambda s: "The whole family tree" if s.branch else "This branch alone",
        hint="In the family tree: only whom the chosen one led to",
    ),
    Command(
        id="sort",
        words="Sort the list…",
        handler="sort_list",
        keys=("Ctrl+Shift+S",),
        menu="&View",
        group=1,
        hint="Choose by which column the list is sorted",
    ),
    Command(id="next-part", words="Next part", handler="next_part", keys=("F6",), menu="&View", group=2),
    Command(
        id="previous-part",
        words="Previous part",
        handler="previous_part",
        keys=("Shift+F6",),
        menu="&View",
        group=2,
    ),
    Command(
        id="go-garden",
        words="Go to the garden",
        handler="go_garden",
        keys=("Ctrl+G",),
        menu="&View",
        group=2,
    ),
    Command(id="go-today", words="Go to Today", handler="go_today", keys=("F7",), menu="&View", group=2),
    Command(
        id="go-contact",
        words="Go to the selected contact",
        handler="go_contact",
        keys=("F8",),
        menu="&View",
        group=2,
    ),
    Command(
        id="light",
        words="Light",
        handler="theme_light",
        menu="&View",
        group=3,
        checked=lambda s: s.theme == "light",
    ),
    Command(
        id="dusk",
        words="Dusk",
        handler="theme_dusk",
        menu="&View",
        group=3,
        checked=lambda s: s.theme == "dusk",
    ),
    Command(
        id="contrast",
        words="High contrast",
        handler="theme_contrast",
        menu="&View",
        group=3,
        checked=lambda s: s.theme == "contrast",
    ),
    Command(
        id="hide-names",
        words="Hide names, for a picture",
        handler="hide_names",
        keys=("Ctrl+Shift+H",),
        menu="&View",
        group=4,
        checked=lambda s: s.disguised,
        hint="Invented names in place of real ones, words as dots; nothing can be changed until they are shown again",
    ),
    *TIME,
    Command(id="help", words="Help", handler="show_help", keys=("F1",), menu="&Help"),
    Command(id="keys", words="Every key", handler="show_keys", keys=("Shift+F1",), menu="&Help"),
    Command(id="went-wrong", words="What went wrong…", handler="show_log", menu="&Help", group=1),
    Command(id="about", words="About Gardener…", handler="about", menu="&Help", group=1),
)


OFFERED = 5
"""So many commands are offered by name at most."""


def _begin(typed: list[str], words: list[str]) -> bool:
    """Whether each typed word, of two letters at least, begins one of `words`."""
    return bool(typed) and all(len(t) > 1 and any(w.startswith(t) for w in words) for t in typed)


class Actions(QObject):
    """The commands as QActions of one window, bound to the methods of `handlers`."""

    def __init__(self, window: QWidget, handlers: object) -> None:
        super().__init__(window)
        self._by_id: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(command.words, window)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setMenuRole(QAction.MenuRole.QuitRole if command.id == "quit" else QAction.MenuRole.NoRole)
            if command.hint:
                action.setStatusTip(command.hint)
            action.setCheckable(command.checked is not None)
            handler = getattr(handlers, command.handler)
            action.triggered.connect(lambda _checked=False, call=handler: call())
            window.addAction(action)
            self._by_id[command.id] = action

    def __getitem__(self, id_: str) -> QAction:
        return self._by_id[id_]

    def show(self, state: State) -> None:
        """Words, ticks and usability as they are in `state`."""
        for command in COMMANDS:
            action = self._by_id[command.id]
            looks = not state.away or command.menu in LOOKING or command.id in LOOKING_TOO
            action.setEnabled(looks and command.when(state))
            if command.says is not None:
                # A name may hold an ampersand, which a menu would take for a mnemonic.
                action.setText(command.says(state).replace("&", "&&"))
            if command.checked is not None:
                action.setChecked(command.checked(state))

    def offers(self, query: str) -> list[Offer]:
        """The commands that can be used now and whose words begin with those of `query`, a few of them."""
        typed = fold(query).split()
        found = []
        for command in COMMANDS:
            action = self._by_id[command.id]
            words = fold(command.words.replace("…", "").replace("(", "")).split()
            if command.id != "find" and action.isEnabled() and _begin(typed, [*words, command.id]):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                found.append(Offer(COMMAND, command.id, bar.command(action.text(), keys)))
        return found[:OFFERED]

    def fill(self, menu: QMenu, title: str) -> None:
        """Puts the commands of a menu into it, its groups apart."""
        self._put(menu, [command for command in COMMANDS if command.menu == title])

    def fill_context(self, menu: QMenu) -> None:
        """Puts in what is offered at a plant."""
        self._put(menu, [command for command in COMMANDS if command.context])

    def _put(self, menu: QMenu, commands: list[Command]) -> None:
        group = commands[0].group if commands else 0
        for command in commands:
            if command.group != group:
                menu.addSeparator()
                group = command.group
            menu.addAction(self._by_id[command.id])
