"""The view that zooms and pans over the garden, and paints what is near it: first at once, then to the end in slices."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from gardener.domain.stage import Stage
from gardener.scene.grid import Rect
from gardener.scene.ground_plan import ground_for
from gardener.scene.items import PicturesOf
from gardener.scene.picture import GardenScene, plant_pictures
from gardener.scene.signs import SceneWords

CLOSEST = 6.0
"""The largest scale, in pixels per unit of the ground."""
SLICE = 0.008
"""Seconds of painting between two looks at what else has happened."""
STILL = 140
"""Milliseconds without zooming after which pictures are painted for the new scale."""


class ZoomView(QGraphicsView):
    """Shows the scene at any scale. `grown`, once: every plant in view is painted to the end; `finished`: all is."""

    grown = Signal()
    finished = Signal()

    def __init__(
        self, words: SceneWords, pictures_of: PicturesOf = plant_pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._picture = GardenScene(words, pictures_of, self.font(), self)
        self.setScene(self._picture)
        self._fitted, self._fit_scale, self._painted, self._ahead = True, 1.0, False, False
        self._grown = self._unplaced = self._passing = False
        self._seen: tuple[object, tuple[str, ...]] = None, ()
        self._work = self._timer(0, self._go_on, repeated=True)
        self._still = self._timer(STILL, self._settle_zoom)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState
            | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMinimumSize(240, 200)

    @property
    def picture(self) -> GardenScene:
        """The scene behind the view."""
        return self._picture

    @property
    def scale_now(self) -> float:
        """Logical pixels per unit of the ground."""
        return self.transform().m11()

    def finish_now(self) -> None:
        """Paint everything in view to the end at once: for pictures of the window."""
        self._picture.rest()
        self._settle_zoom()
        while not self._picture.finish(1.0):
            pass
        self._work.stop()

    def place(self, found: bool) -> None:
        """While its place in the window is not `found`, it is not fitted into each that it passes through."""
        self._unplaced = not found
        if found:
            self._fit_again()

    def zoom_to_fit(self) -> None:
        """The whole width of the garden, from the sky on; the ground takes the shape of the window."""
        self._fitted = True
        size = self.maximumViewportSize()
        ground, scale = ground_for(size.width(), size.height())
        self._picture.set_ground(ground)
        if self._picture.layout.extent.h * scale > size.height() + 2:
            bar = self.verticalScrollBar().sizeHint().width()
            scale *= max(0.5, (size.width() - bar) / max(1, size.width()))
        self._fit_scale = scale
        self._set_scale(scale, settled=True)

    def zoom_to_whole(self) -> None:
        """Every bed down to its end, however many plants."""
        size, extent = self.maximumViewportSize(), self._picture.layout.extent
        self._fitted = False
        scale = max(self._farthest(), min(size.width() / extent.w, size.height() / extent.h))
        with self._picture.dressed_once():
            self._set_scale(scale, settled=True)
            self.centerOn(QPointF(*extent.centre))
            self._look(anew=True)

    def zoom_to_bed(self, stage: Stage) -> None:
        """One bed as wide as the window allows, from its sign on."""
        bed, size = self._picture.layout.beds[stage], self.viewport().size()
        room = bed.frame.grown(16.0)
        self._fitted = False
        scale = min(size.width() / room.w, size.height() / min(room.h + bed.sign.h, 420.0), CLOSEST)
        top = bed.sign.y if bed.stage is not Stage.COMPOST else bed.frame.y - 8.0
        with self._picture.dressed_once():
            self._set_scale(max(scale, self._farthest()), settled=True)
            self.centerOn(QPointF(bed.frame.centre[0], top + size.height() / 2 / self.scale_now))
            self._look(anew=True)

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Closer (factor > 1) or farther; the ground under `at` (of the viewport; else its middle) stays there."""
        at = at or self.viewport().rect().center()
        scale = min(CLOSEST, max(self._farthest(), self.scale_now * factor))
        if abs(scale - self.scale_now) < 1e-9:
            return
        kept = self.mapToScene(at)
        self._fitted = abs(scale / self._fit_scale - 1.0) < 1e-6
        self._still.start()
        with self._picture.dressed_once():
            self._set_scale(scale, settled=False)
            moved = self.mapFromScene(kept) - at
            self._scroll(moved.x(), moved.y())
            self._look(anew=True)

    def _farthest(self) -> float:
        """The smallest scale: all of the garden, but never so far that a bed is no more than a line."""
        size, extent = self.maximumViewportSize(), self._picture.layout.extent
        whole = min(size.width() / extent.w, size.height() / extent.h)
        return min(self._fit_scale, max(whole * 0.95, 0.04))

    def _set_scale(self, scale: float, *, settled: bool) -> None:
        if settled:
            self._still.stop()
        size, extent = self.maximumViewportSize(), self._picture.layout.extent
        wide, high = extent.w * scale > size.width() + 2, extent.h * scale > size.height() + 2
        on, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(on if wide else off)
        self.setVerticalScrollBarPolicy(on if high else off)
        self.setTransform(QTransform.fromScale(scale, scale))
        self._picture.set_scale(scale, self.devicePixelRatioF(), size.width() / scale, settled=settled)

    def _settle_zoom(self) -> None:
        with self._picture.dressed_once():
            if self._fitted and self.isVisible():
                self.zoom_to_fit()
            else:
                self._set_scale(self.scale_now, settled=True)
            self._picture.repaint_ground()
            self._look(anew=True)

    def _look(self, *, anew: bool = False) -> None:
        """See to it that what is in view has items; a little around it too once what is in view was finished."""
        if self._unplaced or not self.isVisible():
            return
        visible = self._visible()
        if not anew and self._picture.held.covers(visible):
            return
        self._picture.look(visible, around=0.25 * visible.h if self._ahead else 0.0)
        self._start_work()

    def _visible(self) -> Rect:
        """The part of the ground that can be seen now."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        return Rect(seen.x(), seen.y(), seen.width(), seen.height())

    def in_view(self) -> tuple[str, ...]:
        """The ids of the plants that can be seen now, at least in part."""
        key = self._picture.layout, self._visible()
        if self._seen[0] != key:
            self._seen = key, tuple(key[0].within(key[1]))
        return self._seen[1]

    def _start_work(self) -> None:
        if self._painted and self.isVisible() and self._picture.waiting:
            self._work.start()

    def _go_on(self) -> None:
        all_done = self._picture.finish(SLICE)
        if self._picture.grown and not self._grown:
            self._grown = True
            self.grown.emit()
        if all_done:
            self._work.stop()
            self._finished()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; after the first time begin to finish the pictures."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self._start_work()
        if not self._picture.waiting:
            self._finished()

    def _finished(self) -> None:
        self.finished.emit()
        self._look_ahead()

    def pass_by(self, on: bool) -> None:
        """While pictures only pass by, in a hurry, nothing is held but what is in view."""
        was, self._passing = self._passing, on
        if on and self._ahead:
            self._ahead = False
            self._look(anew=True)
        elif was and not on and not self._picture.waiting:
            self._look_ahead()

    def _look_ahead(self) -> None:
        """What is in view is finished: hold a little around it too."""
        if not (self._ahead or self._passing):
            self._ahead = True
            self._look(anew=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the garden fitted, if it was."""
        super().resizeEvent(event)
        self._fit_again()

    def _fit_again(self) -> None:
        if self._unplaced:
            return
        if self._fitted and not self._still.isActive():  # at the end of a zoom it is fitted anyway
            self.zoom_to_fit()
        self._look(anew=self._fitted)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the view with the items."""
        super().scrollContentsBy(dx, dy)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on painting what is unfinished."""
        super().showEvent(event)
        if self._picture.zooming:
            self._settle_zoom()  # it was hidden before it came to rest
        self._look()
        self._start_work()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves and nothing is painted in a hidden window."""
        super().hideEvent(event)
        self._work.stop()
        self._still.stop()
        self._picture.rest()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom where the hand is."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y() or event.pixelDelta().y()
            self.zoom_by(1.0015**turn, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def _scroll(self, dx: int, dy: int) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + dx)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + dy)

    def _timer(self, milliseconds: int, then: Callable[[], None], *, repeated: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(not repeated)
        timer.timeout.connect(then)
        return timer
