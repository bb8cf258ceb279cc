"""A time-lapse as a file: the garden drawn day by day without a window, then written as an animated picture by Pillow."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gardener.scene.showing import shown
from gardener.scene.view import GardenView
from gardener.session import Session
from gardener.ui import garden_pictures, theme
from gardener.ui.sight import Sight
from gardener.words import time_line as words

if TYPE_CHECKING:
    from PIL.Image import Image

Steps = Iterator[float]
"""How far it is, from 0 to 1. OSError when it cannot be written; closed early, nothing is left of it."""
DRAWN = 0.75
"""The share of the work that is drawing."""
LINGERS = 1800
"""Milliseconds for which the last picture stays at least."""
LEAST, MOST = (160, 120), (3840, 2160)
"""The smallest and the largest size, in pixels."""
FORMATS = {".gif": "GIF", ".webp": "WEBP", ".png": "PNG"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """What is wanted: a picture for every `step` days of a span, `size` in pixels, `rate` pictures a second.

    `touches` a week is the plan under which days ahead are shown; `hour` is that of the light.
    """

    first: date
    last: date
    step: int = 7
    size: tuple[int, int] = (960, 600)
    rate: int = 8
    loop: bool = True
    touches: int = 0
    hour: float = 10.0
    theme: str = "light"
    southern: bool = False

    @property
    def count(self) -> int:
        """How many pictures it has; the last day is always one of them."""
        return -(-(self.last - self.first).days // self.step) + 1

    @property
    def seconds(self) -> float:
        """How long it is."""
        return (self.count - 1) / self.rate + max(LINGERS / 1000, 1 / self.rate)

    def days(self) -> Iterator[date]:
        """The days of its pictures."""
        for number in range(self.count - 1):
            yield self.first + timedelta(days=number * self.step)
        yield self.last


def saving(session: Session, lapse: Lapse, path: Path) -> Steps:
    """Draws it and writes it into a file of the kind that its ending names, one of FORMATS."""
    frames: list[bytes] = []
    for number, picture in enumerate(_drawn(session, lapse)):
        frames.append(zlib.compress(picture, 1))
        yield DRAWN * (number + 1) / lapse.count
    yield from _written(frames, lapse, path)


# Drawing


def _drawn(session: Session, lapse: Lapse) -> Iterator[bytes]:
    """Every picture as rows of red, green and blue."""
    sight = Sight(session)
    sight.per_week = lapse.touches
    view = GardenView(garden_pictures.scene_words(), garden_pictures.pictures_of)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.motion = False
    try:
        view.resize(*lapse.size)
        view.show()
        view.set_garden(shown(session.seen, session.today))
        if view.picture.layout.extent.h * view.scale_now > lapse.size[1] + 2:
            view.zoom_to_whole()
        view.hold(True)
        for day in lapse.days():
            yield _picture(view, sight, lapse, day)
    finally:
        view.hide()
        view.deleteLater()
        QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete.value)


def _picture(view: GardenView, sight: Sight, lapse: Lapse, day: date) -> bytes:
    garden = sight.garden_of(day)
    gone = [id_ for id_ in view.picture.plants if id_ not in garden.plants]
    view.update_plants(shown(garden, day), gone)
    middle = garden_pictures.hour_of(day.replace(day=15), lapse.hour)  # the lawn changes with the month
    scene = "day" if lapse.theme == "light" else lapse.theme
    view.set_moment(garden_pictures.moment(theme=scene, now=middle, southern=lapse.southern))
    while not view.picture.finish(1.0):
        pass
    image = QImage(*lapse.size, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    view.viewport().render(painter, QPoint(0, 0))
    _caption(painter, lapse, day, sight.session.today)
    painter.end()
    wide, line = lapse.size[0] * 3, image.bytesPerLine()
    data = bytes(image.constBits())
    return b"".join(data[at : at + wide] for at in range(0, line * lapse.size[1], line))


def _caption(painter: QPainter, lapse: Lapse, day: date, today: date) -> None:
    """The day on a small plaque in the sky, with how much of the span has passed."""
    colours = theme.THEMES[lapse.theme]
    font = QFont(QApplication.font())
    font.setPixelSize(max(11, lapse.size[1] // 34))
    font.setBold(True)
    painter.setFont(theme.tabular(font))
    metrics = painter.fontMetrics()
    text = words.caption(day, today)
    wide = max(metrics.horizontalAdvance(each) for each in (text, words.WIDEST_DAY))
    gap = metrics.height() // 2
    box = QRectF(gap, gap, wide + 2 * gap, metrics.height() * 1.7)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_solid(colours.paper, 225))
    painter.drawRoundedRect(box, gap * 0.8, gap * 0.8)
    painter.setPen(_solid(colours.ink))
    painter.drawText(box.adjusted(gap, 0, -gap, -gap * 0.5), Qt.AlignmentFlag.AlignCenter, text)
    share = (day - lapse.first).days / max(1, (lapse.last - lapse.first).days)
    track = QRectF(box.left() + gap, box.bottom() - gap * 0.7, box.width() - 2 * gap, max(2.0, gap * 0.25))
    painter.fillRect(track, _solid(colours.track))
    painter.fillRect(
        QRectF(track.left(), track.top(), track.width() * share, track.height()), _solid(colours.green)
    )


# Writing


def _written(frames: Sequence[bytes], lapse: Lapse, path: Path) -> Steps:
    """Lets Pillow write beside the window, under another name first; what is half written is taken away."""
    part = path.with_name(f".{path.name}.part")
    work = _Writing(frames, lapse, part, FORMATS[path.suffix.lower()])
    try:
        work.start()
        while work.is_alive():
            work.join(0.02)
            yield DRAWN + (1 - DRAWN) * min(1.0, work.taken / len(frames)) * 0.99
        if work.error is not None:
            raise work.error
        try:
            part.replace(path)
        except OSError as error:
            raise OSError(error.strerror or str(error)) from error
    finally:
        work.stopped = True
        work.join()
        with suppress(OSError):
            part.unlink(missing_ok=True)
    yield 1.0


class _Stopped(Exception):
    """Nobody wants the file any more."""


class _Writing(threading.Thread):
    """Writes one file. `taken` pictures have been handed over; `error` is why it could not be written."""

    def __init__(self, frames: Sequence[bytes], lapse: Lapse, path: Path, kind: str) -> None:
        super().__init__(name="gardener time-lapse", daemon=True)
        self._frames, self._lapse, self._path, self._kind = frames, lapse, path, kind
        self.taken, self.stopped = 0, False
        self.error: OSError | None = None
        self._colours: Image | None = None

    def run(self) -> None:
        """Writes it."""
        try:
            with self._path.open("wb") as file:
                pace = round(1000 / self._lapse.rate)
                times = [pace] * (len(self._frames) - 1) + [max(pace, LINGERS)]
                more = {} if self._kind != "WEBP" else {"quality": 82, "method": 3}
                if self._lapse.loop or self._kind != "GIF":  # a GIF that names no number is played once
                    more["loop"] = 0 if self._lapse.loop else 1
                first, others = self.picture(0), _Others(self)
                first.save(file, self._kind, save_all=True, append_images=others, duration=times, **more)
        except _Stopped:
            pass
        except OSError as error:
            self.error = OSError(error.strerror or str(error))
        except Exception as error:  # told in the window, like a disk that refuses
            self.error = OSError(f"{type(error).__name__}: {error}")

    def picture(self, at: int) -> Image:
        """One picture as Pillow wants it."""
        from PIL.Image import Dither

        if self.stopped:
            raise _Stopped
        self.taken = max(self.taken, at + 1)
        picture = self._image(self._frames[at])
        if self._kind != "GIF":
            return picture
        if self._colours is None:
            self._colours = self._palette()
        return picture.quantize(palette=self._colours, dither=Dither.NONE)

    def __len__(self) -> int:
        return len(self._frames)

    def _image(self, frame: bytes) -> Image:
        from PIL import Image

        return Image.frombytes("RGB", self._lapse.size, zlib.decompress(frame))

    def _palette(self) -> Image:
        """The colours of the first, the middle and the last picture: one set for all, so that nothing flickers."""
        from PIL import Image

        chosen = [self._image(self._frames[at]) for at in (0, len(self._frames) // 2, len(self._frames) - 1)]
        wide, high = self._lapse.size
        sheet = Image.new("RGB", (wide, high * 3))
        for number, picture in enumerate(chosen):
            sheet.paste(picture, (0, number * high))
        return sheet.quantize(255)


class _Others:
    """All pictures but the first, made anew each time they are asked for: some formats look through them twice."""

    def __init__(self, work: _Writing) -> None:
        self._work = work

    def __iter__(self) -> Iterator[Image]:
        return (self._work.picture(at) for at in range(1, len(self._work)))


def _solid(name: str, alpha: int = 255) -> QColor:
    found = QColor(name)
    found.setAlpha(alpha)
    return found
