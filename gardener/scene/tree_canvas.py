"""The paper of the family tree: where it lies under the window, its zoom, and its painting in pieces that are kept."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from gardener.scene.family import Family
from gardener.scene.palette import THEMES, Palette
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.tiles import Tiles
from gardener.scene.tree_layout import ALONE, TreeLayout
from gardener.scene.tree_paint import TreePainter
from gardener.scene.tree_shown import TreeShown
from gardener.scene.tree_way import paint_way_to

CLOSEST, FARTHEST = 3.0, 0.04
FITTING = (0.8, 1.2)
"""The scales between which a whole tree is fitted into the window, as multiples of the text's size; else it scrolls."""
SLICE = 0.008
"""Seconds of painting between two looks at what else has happened."""
LITTLE = 48
"""Where at most so many pixels of the tree would be left beyond a knot that is brought into view, they are shown too."""
STILL = 140
"""Milliseconds without zooming after which the tree is painted for the new scale."""
PicturesOf = Callable[[str, float], PlantPictures]


class TreeCanvas(QAbstractScrollArea):
    """Shows a tree at any scale. finished(): all in view is painted to the end."""

    finished = Signal()

    def __init__(self, pictures_of: PicturesOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumSize(240, 120)
        self._pictures_of = pictures_of
        self._theme = "day"
        self._shown = TreeShown()
        self._family = Family()
        self.layout_ = TreeLayout(Family())
        self._painter: TreePainter | None = None
        self._pictures: PlantPictures | None = None
        self._tiles = Tiles()
        self._current: str | None = None
        self._scale, self._text, self._fitted = 1.0, 1.0, True
        self._ghost: tuple[QPixmap, float, QPointF] | None = None
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL)
        self._still.timeout.connect(self._settle)
        self._work = QTimer(self)
        self._work.timeout.connect(self._go_on)

    # What is shown

    @property
    def current(self) -> str | None:
        """The knot the keyboard stands on: a person, a fruit, or the group of those who came by themselves."""
        return self._current

    @property
    def scale_now(self) -> float:
        """Logical pixels per unit of the tree."""
        return self._scale

    @property
    def palette_(self) -> Palette:
        """The colours in force."""
        return THEMES.get(self._theme, THEMES["day"])

    def set_theme(self, theme: str, text: float) -> None:
        """The colours of the picture, and the multiple of the usual text size."""
        if (theme, text) != (self._theme, self._text):
            grown = text / self._text
            self._theme, self._text = theme, text
            self._pictures = None
            self._scale *= grown
            self._renew()

    def show_tree(self, shown: TreeShown, family: Family, layout: TreeLayout) -> None:
        """Shows `family` (all of it or one branch) of `shown`; what was in the middle stays there."""
        before = self.layout_
        held = self._current if self._current in layout.feet and self._current in before.feet else None
        at = self._point(*before.feet[held]) if held is not None else None
        self._shown, self._family, self.layout_ = shown, family, layout
        if self._current not in layout.feet:
            self._current = None
        self._renew()
        if self._fitted:
            self.zoom_to_fit()
        elif at is not None and held is not None:
            moved = self._point(*layout.feet[held]) - at
            self._scroll(moved.x(), moved.y())

    def reveal(self, id_: str) -> None:
        """Brings a knot into view; where little of the tree would then be left beyond it, that too."""
        box, port = self._box(id_), self.viewport().rect()
        dx = min(0.0, box.left() - 24) + max(0.0, box.right() + 24 - port.width())
        dy = min(0.0, box.top() - 24) + max(0.0, box.bottom() + 24 - port.height())
        self._scroll(_to_the_end(self.horizontalScrollBar(), dx), _to_the_end(self.verticalScrollBar(), dy))

    def point_of(self, id_: str) -> QPoint:
        """The middle of a knot, as a global point. KeyError when it is not visible."""
        return self.viewport().mapToGlobal(self._box(id_).center().toPoint())

    def finish_now(self) -> None:
        """Paints everything in view to the end at once: for pictures of the window."""
        self._settle()
        self._tiles.forget()
        self.viewport().repaint()
        painter = self._painter
        while painter is not None and painter.waiting:
            painter.finish_one(painter.waiting.popitem()[0], self._scale)
        self._work.stop()
        self._tiles.forget()
        self.viewport().repaint()

    def _renew(self) -> None:
        """Paints anew from what is shown now."""
        if self._pictures is None or self._pictures.device_pixel_ratio != self.devicePixelRatioF():
            self._pictures = self._pictures_of(self._theme, self.devicePixelRatioF())
        self._painter = TreePainter(self._shown, self.layout_, self._pictures, self.palette_, self.font())
        self._ghost = None
        self._tiles.forget()
        self._set_bars()
        self.viewport().update()

    # Places

    def _origin(self) -> QPointF:
        """Where the tree's (0, 0) lies in the viewport; a tree smaller than the window stands in its middle."""
        extent, port = self.layout_.extent, self.viewport().size()
        spare_x = max(0.0, (port.width() - extent.w * self._scale) / 2)
        spare_y = max(0.0, (port.height() - extent.h * self._scale) / 2)
        x = spare_x - extent.x * self._scale - self.horizontalScrollBar().value()
        y = spare_y - extent.y * self._scale - self.verticalScrollBar().value()
        return QPointF(round(x), round(y))

    def _point(self, x: float, y: float) -> QPointF:
        origin = self._origin()
        return QPointF(x * self._scale + origin.x(), y * self._scale + origin.y())

    def _box(self, id_: str) -> QRectF:
        box = self.layout_.box(id_)
        return QRectF(self._point(box.x, box.y), self._point(box.right, box.bottom))

    def _at(self, at: QPoint) -> str | None:
        origin = self._origin()
        x, y = (at.x() - origin.x()) / self._scale, (at.y() - origin.y()) / self._scale
        found = self.layout_.at(x, y)
        if found is None and self.layout_.at(x - 240.0, y) == ALONE:
            return ALONE
        return found

    def _badge_at(self, at: QPoint) -> str | None:
        origin = self._origin()
        point = QPointF((at.x() - origin.x()) / self._scale, (at.y() - origin.y()) / self._scale)
        painter = self._painter
        if painter is None:
            return None
        return next((id_ for id_ in self.layout_.hidden if painter.badge_of(id_).contains(point)), None)

    # Zoom

    def zoom_to_fit(self) -> None:
        """The whole tree, as far as its names can still be read; what is larger scrolls."""
        self._fitted = True
        extent, port = self.layout_.extent, self.maximumViewportSize()
        whole = min(port.width() / extent.w, port.height() / extent.h)
        least = max(FITTING[0] * self._text, min(1.0, (port.width() - 14) / extent.w))
        self._set_scale(min(FITTING[1] * self._text, max(whole, min(least, self._text))))
        self._settle()
        first = self._current or next(iter(self.layout_.order()), None)
        if first is not None:
            self.reveal(first)
        down = self.verticalScrollBar()
        if down.value() and down.maximum() - down.value() <= LITTLE:  # a bar below may have come meanwhile
            down.setValue(down.maximum())

    def zoom_to_whole(self) -> None:
        """All of it, however small."""
        self._fitted = False
        extent, port = self.layout_.extent, self.maximumViewportSize()
        self._set_scale(max(FARTHEST, min(port.width() / extent.w, port.height() / extent.h)))
        self._settle()

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Closer (factor > 1) or farther; what lies under `at` (else the middle) stays there."""
        at = at or self.viewport().rect().center()
        scale = min(CLOSEST * self._text, max(FARTHEST, self._scale * factor))
        if abs(scale / self._scale - 1.0) < 1e-9:
            return
        if self._ghost is None:
            self._ghost = self.viewport().grab(), self._scale, self._origin()
        origin = self._origin()
        x, y = (at.x() - origin.x()) / self._scale, (at.y() - origin.y()) / self._scale
        self._fitted = False
        self._set_scale(scale)
        moved = self._point(x, y) - QPointF(at)
        self._scroll(moved.x(), moved.y())
        self._still.start()

    def _set_scale(self, scale: float) -> None:
        if scale != self._scale and self._painter is not None:
            self._painter.waiting.clear()  # what is in view is painted anew at this scale, and asked for then
        self._scale = scale
        self._set_bars()
        self.viewport().update()

    def _settle(self) -> None:
        """The hand has let go of the zoom: painted anew for the scale."""
        self._still.stop()
        self._ghost = None
        self.viewport().update()

    def _set_bars(self) -> None:
        extent, port = self.layout_.extent, self.viewport().size()
        sizes = (
            (self.horizontalScrollBar(), extent.w, port.width()),
            (self.verticalScrollBar(), extent.h, port.height()),
        )
        for bar, length, room in sizes:
            bar.setRange(0, max(0, round(length * self._scale) - room))
            bar.setPageStep(room)
            bar.setSingleStep(40)

    def _scroll(self, dx: float, dy: float) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(dx))
        down.setValue(down.value() + round(dy))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What is painted already moves, the rest is copied from its pieces."""
        if self._ghost is not None or self._current is not None:
            self.viewport().update()
        else:
            self.viewport().scroll(dx, dy)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pieces in view, and over them what is chosen."""
        painter = QPainter(self.viewport())
        if self._ghost is not None:
            self._paint_ghost(painter)
        elif self._painter is not None:
            origin = self._origin()
            self._tiles.paint(
                painter, event.rect(), origin.toPoint(), scale=self._scale, ratio=self.devicePixelRatioF(),
                paint=self._paint_piece,
            )  # fmt: skip
            if self._painter.waiting and self.isVisible():
                self._work.start(0)
            elif not self._work.isActive():
                QTimer.singleShot(0, self, self.finished.emit)
        self._paint_chosen(painter)
        painter.end()

    def _paint_piece(self, painter: QPainter, exposed: QRect, origin: QPoint) -> None:
        if self._painter is not None:
            self._painter.paint(painter, exposed, QPointF(origin), self._scale)

    def _paint_ghost(self, painter: QPainter) -> None:
        """What was painted before the zoom began, stretched."""
        assert self._ghost is not None
        picture, scale, origin = self._ghost
        grown, now = self._scale / scale, self._origin()
        painter.fillRect(self.viewport().rect(), QColor(self.palette_.paper))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = picture.deviceIndependentSize()
        at = QPointF(now.x() - origin.x() * grown, now.y() - origin.y() * grown)
        painter.drawPixmap(
            QRectF(at.x(), at.y(), size.width() * grown, size.height() * grown),
            picture,
            QRectF(picture.rect()),
        )

    def _paint_chosen(self, painter: QPainter) -> None:
        id_ = self._current
        if id_ is None or id_ not in self.layout_.feet:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(self._origin())
        painter.scale(self._scale, self._scale)
        paint_way_to(painter, self.layout_, id_, self.palette_)
        painter.restore()
        box = self._box(id_).adjusted(-3, -2, 3, 2)
        ring = QColor(self.palette_.focus if self.hasFocus() else self.palette_.accent)
        painter.setPen(QPen(ring, 2.0))
        ring.setAlpha(22)
        painter.setBrush(ring)
        painter.drawRoundedRect(box, 9, 9)

    def _go_on(self) -> None:
        """Finishes a few plants; once all in view are finished they are shown."""
        painter = self._painter
        if painter is None:
            self._work.stop()
            return
        until = perf_counter() + SLICE
        while painter.waiting and perf_counter() < until:
            id_ = next(iter(painter.waiting))
            del painter.waiting[id_]
            painter.finish_one(id_, self._scale)
        if not painter.waiting:
            self._work.stop()
            self._tiles.forget()
            self.viewport().update()

    # Window

    def event(self, event: QEvent) -> bool:
        """Another device: painted anew."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._renew()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the tree fitted, if it was."""
        super().resizeEvent(event)
        if self._fitted:
            self.zoom_to_fit()
        else:
            self._set_bars()

    def showEvent(self, event: QShowEvent) -> None:
        """Paints what was shown meanwhile."""
        super().showEvent(event)
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is painted that nobody sees."""
        super().hideEvent(event)
        self._work.stop()
        self._still.stop()


def _to_the_end(bar: QScrollBar, moved: float) -> float:
    """So many pixels, or those to the end of `bar` where few are left of it."""
    left = bar.maximum() - bar.value() if moved > 0 else bar.minimum() - bar.value()
    return left if moved and abs(left - moved) <= LITTLE else moved
