"""The family tree in the window: what it comes to in words, the picture or the outline, and the way to whoever is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gardener.domain.credit import Credit
from gardener.scene.family import Family
from gardener.scene.tree_layout import ALONE, lay_out
from gardener.scene.tree_shown import FRUIT, TreeShown
from gardener.scene.tree_view import TreeView
from gardener.ui import garden_pictures, theme
from gardener.ui.flow import Flow
from gardener.ui.focus_ring import FocusRing
from gardener.ui.parts import Label, button
from gardener.ui.theme import GRID
from gardener.ui.tree_outline import TreeOutline
from gardener.words import tree as words

MANY = 120
"""So many knots, and every branch of the larger families is folded at first to what its first plant led to."""
_ANY = (1 << 24) - 1
CreditOf = Callable[[str], Credit]
"""By whose help an opportunity (id) came."""


class TreePage(QWidget):
    """By the person's hand: selected(id or null), opened(id), fruitOpened(opportunity id), contextMenuAsked(id, point)."""

    selected = Signal(object)
    opened = Signal(str)
    fruitOpened = Signal(str)
    contextMenuAsked = Signal(str, QPoint)

    def __init__(self, credit: CreditOf) -> None:
        super().__init__()
        self.setObjectName("treePage")
        self._credit = credit
        self._shown = TreeShown()
        self._family = Family()
        self._folded: set[str] = set()
        self._alone_open = False
        self._branch: str | None = None
        self._chosen: str | None = None
        self.picture = TreeView(garden_pictures.pictures_of)
        FocusRing(self.picture)
        self.outline: TreeOutline | None = None
        self.pages = QStackedWidget()
        self.pages.addWidget(self.picture)
        self.title = Label("", "strong", wrap=True)
        self.line = Label("", "quiet", wrap=True)
        self.everyone = button(words.EVERYONE, self.leave_branch, tip="Esc")
        self.fold_all = button(words.FOLD_ALL, self.toggle_all)
        self.switch = button(words.AS_OUTLINE, self.toggle_outline)
        self.told = Label("", "body", wrap=True)
        self._build()
        self._listen(self.picture)

    def _build(self) -> None:
        head = QWidget()
        head.setObjectName("treeHead")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        self._head.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._head.setSpacing(GRID // 2)
        said = QVBoxLayout()
        said.setSpacing(GRID // 2)
        for label in (self.title, self.line):
            said.addWidget(label)
        self._buttons = QWidget()
        row = Flow(self._buttons, gap=GRID)
        for each in (self.everyone, self.fold_all, self.switch):
            row.addWidget(each)
        self._head.addLayout(said, 1)
        self._head.addWidget(self._buttons)
        foot = QWidget()
        foot.setObjectName("treeFoot")
        below = QVBoxLayout(foot)
        below.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        below.addWidget(self.told)
        self._foot = foot
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.pages, 1)
        whole.addWidget(foot)

    def _listen(self, view: TreeView | TreeOutline) -> None:
        view.selected.connect(self._take)
        view.opened.connect(self.opened)
        view.fruitChosen.connect(self._take_fruit)
        view.fruitOpened.connect(lambda id_: self.fruitOpened.emit(id_.removeprefix(FRUIT)))
        view.contextMenuAsked.connect(self.contextMenuAsked)
        view.foldAsked.connect(self.fold)
        view.focusLeft.connect(self.leave_branch)

    # What is shown

    @property
    def selection(self) -> str | None:
        """The id of the chosen contact."""
        return self._chosen

    @property
    def view(self) -> TreeView | TreeOutline:
        """The picture or the outline, whichever stands here."""
        outlined = self.outline is not None and self.pages.currentWidget() is self.outline
        return self.outline if outlined and self.outline is not None else self.picture

    @property
    def branch(self) -> str | None:
        """Whose branch alone is shown; null: everyone."""
        return self._branch

    def show_tree(self, shown: TreeShown) -> None:
        """Shows the tree as it is now."""
        first = not self._shown.family.knots
        self._shown = shown
        if first and len(shown.family.knots) > MANY:
            self._folded = _deep(shown.family)
        if not shown.family.knots and len(shown.family.alone) <= MANY:
            self._alone_open = True
        if self._branch is not None and self._branch not in shown.family.knots:
            self._branch = None
        self._renew()

    def _renew(self) -> None:
        whole = self._shown.family
        self._family = whole if self._branch is None else whole.branch(self._branch)
        self._folded &= whole.knots.keys()
        self.picture.set_theme(theme.scene_theme(), theme.scale())
        layout = lay_out(self._family, folded=self._folded, alone_open=self._alone_open)
        self.picture.show_tree(self._shown, self._family, layout)
        if self.outline is not None:
            self.outline.show_tree(self._shown, self._family, self._folded, self._alone_open)
        self.view.select(self._chosen)
        self._say()

    def _say(self) -> None:
        knots = self._family.knots.values()
        people = [knot for knot in knots if not knot.fruit]
        by = sum(1 for knot in people if knot.led_to)
        led = sum(1 for knot in people if knot.parents)
        fruits = sum(1 for knot in knots if knot.fruit)
        summary = words.summary(led, by, fruits)
        if self._branch is not None:
            self.title.setText(words.branch_of(self._shown.name(self._branch)))
        else:
            self.title.setText(summary or words.EMPTY_TITLE)
        self.line.setText("" if summary and self._branch is None else summary or words.EMPTY_LINE)
        self.line.setVisible(bool(self.line.text()))
        self.everyone.setVisible(self._branch is not None)
        self.fold_all.setVisible(bool(self._foldable()))
        self.fold_all.setText(words.UNFOLD_ALL if self._folded else words.FOLD_ALL)
        self.fold_all.setAccessibleName(self.fold_all.text())
        self._arrange()
        self._tell_way()

    def _tell_way(self) -> None:
        """Below: the way that led to whoever is chosen, and to whom a fruit is owed."""
        id_ = self.view.current
        text = ""
        if id_ in self._family.knots and id_ is not None:
            if id_ in self._shown.fruits:
                split = self._credit(id_.removeprefix(FRUIT))
                owed, through = self._named(split.owed), self._named(split.through)
                helped = [each for each in through if each not in owed]
                text = words.owed(self._shown.name(id_), owed, helped)
            else:
                also = [self._shown.name(each) for each in self._family.knots[id_].parents[1:]]
                text = words.way([self._shown.name(each) for each in self._way_to(id_)], also)
        self.told.setText(text)
        self._foot.setVisible(bool(text))

    def _named(self, shares: Mapping[str, float]) -> list[tuple[str, float]]:
        """Names with their shares, the greatest first."""
        ordered = sorted(shares.items(), key=lambda item: -item[1])
        return [(self._shown.name(who), share) for who, share in ordered if self._shown.name(who)]

    def _way_to(self, id_: str) -> Sequence[str]:
        """Whom one came by, from the first plant on, along the branches."""
        way = [id_]
        while (parent := self._family.knots[way[0]].parent) is not None:
            way.insert(0, parent)
        return way

    # Choosing

    def select(self, id_: str | None) -> None:
        """Chooses without a signal; a branch that hides them is unfolded."""
        self._chosen = id_
        if id_ is not None and id_ in self._family.knots:
            hiding = self._family.above(id_) & self._folded
            if hiding:
                self._folded -= hiding
                self._renew()
                return
        elif id_ is not None and id_ in self._family.alone and not self._alone_open and not self.isVisible():
            self._alone_open = len(self._family.alone) <= MANY
            if self._alone_open:
                self._renew()
                return
        self.view.select(id_)
        self._tell_way()

    def _take(self, id_: object) -> None:
        self._chosen = str(id_) if id_ else None
        self.selected.emit(id_)
        self._tell_way()

    def _take_fruit(self, _id: str) -> None:
        self._tell_way()

    def focus(self) -> None:
        """Puts the keyboard on the tree."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Folding

    def fold(self, id_: str, fold: bool) -> None:
        """Folds a branch, or unfolds it."""
        if id_ == ALONE or id_ in self._family.alone:
            self._alone_open = not fold
        elif fold and self._family.knots[id_].children:
            self._folded.add(id_)
        elif fold:
            return
        else:
            self._folded.discard(id_)
        self._renew()

    def toggle_all(self) -> None:
        """Folds every branch; unfolds all when any is folded."""
        self._folded = set() if self._folded else set(self._foldable())
        self._renew()

    def _foldable(self) -> list[str]:
        return [each for each in self._family.firsts if self._family.knots[each].children]

    def toggle_branch(self) -> None:
        """Shows the branch of the chosen one alone, or everyone again."""
        if self._branch is not None:
            self.leave_branch()
        elif self._chosen is not None and self._chosen in self._shown.family.knots:
            self._branch = self._chosen
            self._renew()
            self.picture.zoom_to_fit()

    def leave_branch(self) -> None:
        """Shows everyone again."""
        if self._branch is not None:
            self._branch = None
            self._renew()

    def toggle_outline(self) -> None:
        """Goes over to the outline, or back to the picture."""
        if self.outline is None:
            self.outline = TreeOutline()
            self._listen(self.outline)
            self.pages.addWidget(self.outline)
        outlined = self.view is self.picture
        self.pages.setCurrentWidget(self.outline if outlined else self.picture)
        self.switch.setText(words.AS_PICTURE if outlined else words.AS_OUTLINE)
        self.switch.setAccessibleName(self.switch.text())
        self._renew()
        self.focus()

    # Looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words leave no room beside them, the buttons stand below."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = [each for each in (self.everyone, self.fold_all, self.switch) if not each.isHidden()]
        wanted = sum(each.sizeHint().width() + GRID for each in shown)
        beside = wanted + theme.wide(260) <= self.width()
        self._buttons.setFixedWidth(wanted) if beside else self._buttons.setMaximumWidth(_ANY)
        self._buttons.setMinimumWidth(wanted if beside else 0)
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or text size: painted anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_foot"):
            self.picture.set_theme(theme.scene_theme(), theme.scale())


def _deep(family: Family) -> set[str]:
    """All that bear on the second layer or deeper, folded so that a large tree begins as an overview."""
    return {knot.id for knot in family.knots.values() if knot.children and knot.layer >= 2}
