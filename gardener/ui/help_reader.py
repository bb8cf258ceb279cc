"""The help: a list of pages with a search on the left, the page on the right, and the way back and forward."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from gardener.ui import theme
from gardener.ui.form import line
from gardener.ui.help_pages import Hit, Page, pages, search
from gardener.ui.parts import Label, button
from gardener.ui.theme import GRID
from gardener.words import helping

SIZE = (940, 660)
HEADINGS = {1: 1.5, 2: 1.15, 3: 1.0}
"""Sizes of headings in units of the body's."""


class HelpReader(QDialog):
    """A window beside the garden's own; it stays open while the person works. Esc closes it."""

    def __init__(self, parent: QWidget | None = None, *, page: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("helpReader")
        self.setWindowTitle(helping.TITLE)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages = {each.id: each for each in pages()}
        self._trail: list[str] = []
        self._at = -1
        self.contents = QListWidget()
        self.field = line(hint=helping.SEARCH)
        self.text = PageText()
        self._build()
        self._connect()
        available = self.screen().availableGeometry()
        self.resize(
            min(theme.wide(SIZE[0]), available.width() * 9 // 10), min(SIZE[1], available.height() * 9 // 10)
        )
        self._list("")
        self.go(page or next(iter(self._pages)))
        self.contents.setFocus()

    def _build(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        side = QWidget()
        side.setObjectName("helpSide")
        side.setFixedWidth(theme.wide(268))
        column = QVBoxLayout(side)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        self.field.setAccessibleName(helping.SEARCH)
        self.field.setClearButtonEnabled(True)
        self.contents.setObjectName("helpContents")
        self.contents.setAccessibleName(helping.CONTENTS)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setWordWrap(True)
        self._nothing = Label("", "muted", wrap=True)
        self._nothing.hide()
        for widget in (self.field, self._nothing):
            column.addWidget(widget)
        column.addWidget(self.contents, 1)
        outer.addWidget(side)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._band())
        right.addWidget(self.text, 1)
        right.addWidget(self._outside())
        outer.addLayout(right, 1)

    def _band(self) -> QWidget:
        band = QWidget()
        row = QHBoxLayout(band)
        row.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        self.back = button(f"← {helping.BACK}", lambda: self._step(-1), tip="Alt+←")
        self.forward = button(f"{helping.FORWARD} →", lambda: self._step(1), tip="Alt+→")
        self.back.setAccessibleName(helping.BACK)
        self.forward.setAccessibleName(helping.FORWARD)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addStretch(1)
        return band

    def _outside(self) -> QWidget:
        """Where an address that leads out of the help is shown instead of being opened."""
        self.outside = QWidget()
        self.outside.setObjectName("footer")
        row = QHBoxLayout(self.outside)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.address = Label("", wrap=True)
        row.addWidget(self.address, 1)
        self.copy = button(helping.COPY_ADDRESS, self._copy_address)
        row.addWidget(self.copy)
        self.outside.hide()
        self._leads_to = ""
        return self.outside

    def _connect(self) -> None:
        self.field.textChanged.connect(self._list)
        self.field.returnPressed.connect(self._take_first)
        self.contents.currentItemChanged.connect(lambda item, _: self._chosen(item))
        self.text.anchorClicked.connect(self.follow)
        for keys, call in (
            ("Alt+Left", lambda: self._step(-1)),
            ("Alt+Right", lambda: self._step(1)),
            ("Ctrl+F", self.field.setFocus),
            ("Ctrl+K", self.field.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(call)

    # Going from page to page

    @property
    def page(self) -> str:
        """The id of the page that is shown."""
        return self._trail[self._at]

    def go(self, id_: str) -> None:
        """Shows a page; what was ahead on the trail is given up."""
        if id_ not in self._pages:
            return
        if self._at < 0 or self._trail[self._at] != id_:
            del self._trail[self._at + 1 :]
            self._trail.append(id_)
            self._at += 1
        self._show()

    def follow(self, url: QUrl) -> None:
        """A link that was pressed: a page of the help is shown, any other address is only told."""
        name = url.path().removesuffix(".md")
        if not url.scheme() and not url.host() and name in self._pages:
            self.go(name)
            return
        self._leads_to = url.toString()
        self.address.setText(f"{helping.NOT_OPENED} {self._leads_to}")
        self.outside.show()

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._trail):
            self._at += by
            self._show()

    def _show(self) -> None:
        page = self._pages[self.page]
        self.outside.hide()
        self.text.show_page(page, self.field.text())
        self.setWindowTitle(f"{page.title} – {helping.TITLE}")
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at < len(self._trail) - 1)
        self._mark()

    def _mark(self) -> None:
        """Marks the page that is shown in the list, if it is there."""
        blocked = self.contents.blockSignals(True)
        row = next(
            (i for i in range(self.contents.count()) if self._id(self.contents.item(i)) == self.page), -1
        )
        self.contents.setCurrentRow(row)
        self.contents.blockSignals(blocked)

    # Contents and search

    def _list(self, query: str) -> None:
        """All pages, or those that hold the words."""
        if query.strip():
            rows = [(hit.page, helping.hits(hit.page.title, hit.count)) for hit in self._found(query)]
        else:
            rows = [(page, page.title) for page in self._pages.values()]
        blocked = self.contents.blockSignals(True)
        self.contents.clear()
        for page, words in rows:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, page.id)
            self.contents.addItem(item)
        self.contents.blockSignals(blocked)
        self._nothing.setText(helping.nothing_found(query.strip()))
        self._nothing.setVisible(not rows)
        if self._at >= 0:
            self.text.find_words(query)
            self._mark()

    def _found(self, query: str) -> tuple[Hit, ...]:
        return search(tuple(self._pages.values()), query)

    def _take_first(self) -> None:
        if self.contents.count():
            self.go(self._id(self.contents.item(0)))

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.go(self._id(item))

    @staticmethod
    def _id(item: QListWidgetItem) -> str:
        return str(item.data(Qt.ItemDataRole.UserRole))

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._leads_to)
        self.address.setText(f"{helping.COPIED}: {self._leads_to}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the search does not close the window; Esc first clears the search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return
        super().keyPressEvent(event)


class PageText(QTextBrowser):
    """One page. Nothing is fetched, no HTML is read, and links are only told to `anchorClicked`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("helpText")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        """Nothing, wherever it lies."""
        return QByteArray()

    def show_page(self, page: Page, query: str = "") -> None:
        """Shows a page from its beginning, or from the first of the words that were searched for."""
        document = self.document()
        document.setDocumentMargin(3 * GRID)
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(page.text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        _dress(document, self.font())
        self.setAccessibleName(page.title)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self.find_words(query)

    def find_words(self, query: str) -> None:
        """Marks every place where a word of the query stands, and shows the first."""
        marks: list[QTextEdit.ExtraSelection] = []
        for word in query.split():
            at = QTextCursor(self.document())
            while not (at := self.document().find(word, at)).isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = at
                mark.format.setBackground(theme.colour("warn"))
                mark.format.setForeground(theme.colour("on_warn"))
                marks.append(mark)
        self.setExtraSelections(marks)
        if marks:
            first = min((mark.cursor for mark in marks), key=lambda cursor: cursor.position())
            shown = QTextCursor(first)
            shown.clearSelection()
            self.setTextCursor(shown)
            self.ensureCursorVisible()


def _dress(document: QTextDocument, font: QFont) -> None:
    """Gives a page the type, the distances and the colours of the window."""
    size = font.pointSizeF()
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(132.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level:
            spacing.setTopMargin(0 if level == 1 else 2.4 * GRID)
            spacing.setBottomMargin(GRID)
        elif cursor.currentTable() is not None:
            spacing.setLineHeight(118.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            spacing.setTopMargin(0)
            spacing.setBottomMargin(0)
        else:
            spacing.setBottomMargin(GRID // 2 if block.textList() is not None else GRID + 2)
        cursor.mergeBlockFormat(spacing)
        if level:
            _dress_heading(cursor, level, size)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)


def _dress_heading(cursor: QTextCursor, level: int, size: float) -> None:
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    look = QTextCharFormat(cursor.charFormat())
    look.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)  # it would win over the size
    look.setFontPointSize(size * HEADINGS.get(level, 1.0))
    look.setFontWeight(QFont.Weight.Bold)
    look.setForeground(theme.colour("ink" if level == 1 else "heading"))
    cursor.setCharFormat(look)


def _dress_table(table: QTextTable) -> None:
    form = table.format()
    form.setBorder(1.0)
    form.setBorderCollapse(True)
    form.setBorderBrush(QBrush(QColor(theme.colour("line"))))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setCellPadding(GRID - 1)
    form.setCellSpacing(0)
    form.setTopMargin(GRID // 2)
    form.setBottomMargin(2 * GRID)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        look = cell.format()
        look.setBackground(theme.colour("band"))
        cell.setFormat(look)
