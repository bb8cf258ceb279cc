"""The signs of the beds: name and count, a line, and small badges that count the thirsty and the withered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from gardener.domain.growth import Condition
from gardener.domain.stage import Stage
from gardener.scene.badges import paint_badge
from gardener.scene.canvas import blank, colour
from gardener.scene.light import Light, mix
from gardener.scene.palette import DAY
from gardener.scene.showing import PlantShown

WITH_MARK = 96.0
"""Signs narrower than this have no fold mark, in logical pixels."""


class BedWords(NamedTuple):
    """What a person reads on a bed's sign: its name and its line, e.g. "Seedlings", "first conversation"."""

    name: str
    line: str


def _name(plant: PlantShown) -> str:
    return plant.name


def _no_tip(_stage: Stage, _count: int, _thirsty: int, _withered: int) -> str:
    return ""


class SceneWords(NamedTuple):
    """Every text of the picture. Plain text throughout; `tip` says what stands in a plant's tooltip.

    `sign_tip` takes the bed and how many plants, thirsty and withered ones it holds.
    """

    beds: Mapping[Stage, BedWords]
    name: str = ""
    description: str = ""
    tip: Callable[[PlantShown], str] = _name
    sign_tip: Callable[[Stage, int, int, int], str] = _no_tip


@dataclass(frozen=True, slots=True)
class SignState:
    """What a sign says at the moment."""

    count: int
    thirsty: int
    withered: int
    folded: bool = False
    hovered: bool = False


class Sign(NamedTuple):
    """A painted sign; logical pixels: its width, that of its plaque, and where the fold mark is (x, y, side)."""

    pixmap: QPixmap
    width: float
    height: float
    fold: QRectF


def paint_sign(
    words: BedWords,
    state: SignState,
    *,
    light: Light,
    font: QFont,
    width: float,
    height: float,
    ratio: float,
    shrink: float = 1.0,
) -> Sign:
    """Paint a sign into `width` × `height` logical pixels, as `draw_sign` does."""
    pixmap = blank(width, height, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fold = draw_sign(painter, words, state, light=light, font=font, width=width, height=height, shrink=shrink)
    painter.end()
    return Sign(pixmap, width, height, fold)


def draw_sign(
    painter: QPainter,
    words: BedWords,
    state: SignState,
    *,
    light: Light,
    font: QFont,
    width: float,
    height: float,
    shrink: float = 1.0,
) -> QRectF:
    """Draw a sign into the rectangle (0, 0, width, height), its name `shrink` times as large as usual; its post stands on
    the lower edge. Where its fold mark is.

    The plaque takes what room there is: in a narrow one first the line goes, then the name, then the badges.
    """
    title, small = _fonts(font)
    title_h, small_h = QFontMetricsF(title).height(), QFontMetricsF(small).height()
    with_line = width > 84.0 and height > title_h + small_h + 12.0
    lines: list[str] = []
    if with_line:
        rows = 2 if height > title_h + 2 * small_h + 14.0 else 1
        lines = _wrapped(words.line, QFontMetricsF(small), width - 16.0, rows)
        if " ".join(lines) != words.line:  # half a line says less than none; the tooltip has it whole
            lines = []
    plaque_h = min(height - 2.0, title_h + len(lines) * (small_h - 2.0) + 7.0)
    beside = _beside(width)
    title = _shrunk(title, shrink)
    text = _headline(words.name, state.count, QFontMetricsF(title), width - beside)
    needed = QFontMetricsF(title).horizontalAdvance(text)
    needed += 40.0 if needed + 42.0 <= width else beside
    if lines:
        needed = max(needed, *(QFontMetricsF(small).horizontalAdvance(line) + 26.0 for line in lines))
    plaque_w = min(width - 2.0, max(needed, min(0.66 * width, 1.25 * needed)))
    plaque = QRectF(
        (width - plaque_w) / 2, max(1.0, (height - plaque_h) * 0.18) if lines else 1.0, plaque_w, plaque_h
    )
    _paint_post(painter, light, width, plaque, height)
    _paint_plaque(painter, light, plaque, state)
    fold = _paint_texts(painter, text, lines, light, plaque, (title, small), state, marked=width >= WITH_MARK)
    _paint_badges(painter, state, light, small, plaque, width)
    return fold


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    title, small = QFont(font), QFont(font)
    size = font.pointSizeF() if font.pointSizeF() > 0 else 9.0
    title.setPointSizeF(size * 1.1)
    title.setBold(True)
    small.setPointSizeF(size * 0.88)
    return title, small


def shrink_of(name: str, count: int, *, font: QFont, width: float) -> float:
    """How much smaller the name of a sign has to be for all of it to stand there: 1 or a little less."""
    title, room = _fonts(font)[0], width - _beside(width)
    for factor in (1.0, 0.92, 0.84, 0.76, 0.70):
        if _headline(name, count, QFontMetricsF(_shrunk(title, factor)), room).startswith(name):
            return factor
    return 1.0


def _shrunk(font: QFont, factor: float) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * factor)
    return smaller


def _beside(width: float) -> float:
    """Pixels of a sign that its name leaves free."""
    return 26.0 if width >= WITH_MARK else 10.0


def _headline(name: str, count: int, metrics: QFontMetricsF, room: float) -> str:
    number = f"{count}"
    whole = f"{name}  ·  {number}"
    if metrics.horizontalAdvance(whole) <= room:
        return whole
    tight = f"{name} · {number}"
    if metrics.horizontalAdvance(tight) <= room:
        return tight
    left = room - metrics.horizontalAdvance(f" {number}")
    short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(0.0, left))
    return f"{short} {number}" if len(short) > 2 else number


def _wrapped(line: str, metrics: QFontMetricsF, room: float, rows: int) -> list[str]:
    """A line in at most so many rows of that width; what does not fit is elided."""
    if rows == 1 or metrics.horizontalAdvance(line) <= room:
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)]
    words = line.split(" ")
    first = next(
        (n for n in range(len(words) - 1, 0, -1) if metrics.horizontalAdvance(" ".join(words[:n])) <= room), 1
    )
    # rows of about one length look calmer than a full one over a short one
    even = next((n for n in range(1, first + 1) if len(" ".join(words[:n])) >= len(line) / 2), first)
    return [" ".join(words[:even]), *_wrapped(" ".join(words[even:]), metrics, room, rows - 1)]


def _paint_post(painter: QPainter, light: Light, width: float, plaque: QRectF, height: float) -> None:
    if light.plain:
        painter.fillRect(
            QRectF(width / 2 - 1.5, plaque.bottom(), 3.0, height - plaque.bottom()), Qt.GlobalColor.black
        )
        return
    post = QRectF(width / 2 - 3.2, plaque.center().y(), 6.4, height - plaque.center().y())
    wood = QLinearGradient(post.topLeft(), post.topRight())
    wood.setColorAt(0.0, colour(light.wood_light))
    wood.setColorAt(1.0, colour(mix(light.wood_dark, (50, 28, 12), 0.35)))
    painter.fillRect(post, QBrush(wood))


def _paint_plaque(painter: QPainter, light: Light, plaque: QRectF, state: SignState) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if not light.plain:
        for step in (3.0, 2.0, 1.0):
            painter.setBrush(colour((40, 30, 14), 22))
            painter.drawRoundedRect(
                plaque.adjusted(-step * 0.4, step * 0.2, step * 0.6, step * 1.2), 6.0, 6.0
            )
    edge = light.wood_dark
    face = mix(light.sign, (255, 255, 255), 0.5) if state.hovered and not light.plain else light.sign
    painter.setBrush(colour(edge))
    painter.drawRoundedRect(plaque, 5.5, 5.5)
    inner = plaque.adjusted(1.6, 1.6, -1.6, -1.6)
    board = QLinearGradient(inner.topLeft(), inner.bottomLeft())
    board.setColorAt(0.0, colour(face))
    board.setColorAt(1.0, colour(mix(face, light.wood_light, 0.0 if light.plain else 0.10)))
    painter.setBrush(QBrush(board))
    painter.drawRoundedRect(inner, 4.2, 4.2)


def _paint_texts(
    painter: QPainter,
    text: str,
    lines: Sequence[str],
    light: Light,
    plaque: QRectF,
    fonts: tuple[QFont, QFont],
    state: SignState,
    *,
    marked: bool,
) -> QRectF:
    title, small = fonts
    title_h = QFontMetricsF(title).height()
    painter.setPen(colour(light.sign_ink))
    painter.setFont(title)
    top = QRectF(
        plaque.left(),
        plaque.top() + (2.0 if lines else (plaque.height() - title_h) / 2),
        plaque.width(),
        title_h,
    )
    tight = marked and QFontMetricsF(title).horizontalAdvance(text) > plaque.width() - 36.0
    painter.drawText(top.adjusted(15.0 if tight else 0.0, 0.0, 0.0, 0.0), Qt.AlignmentFlag.AlignCenter, text)
    painter.setPen(colour(light.sign_soft))
    painter.setFont(small)
    below = QRectF(plaque.left(), top.bottom() - 2.5, plaque.width(), QFontMetricsF(small).height())
    for line in lines:
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, line)
        below.translate(0.0, below.height() - 2.0)
    return (
        _paint_fold(painter, light, plaque, title_h, state, on_line=top.center().y()) if marked else QRectF()
    )


def _paint_fold(
    painter: QPainter, light: Light, plaque: QRectF, size: float, state: SignState, *, on_line: float
) -> QRectF:
    """The mark that folds the bed: a small angle, pointing down while it is open, right while it is folded."""
    side = min(10.0, size * 0.55)
    at = QPointF(plaque.left() + 6.0 + side / 2, on_line)
    angle = QPainterPath()
    if state.folded:
        angle.moveTo(at + QPointF(-side * 0.2, -side * 0.4))
        angle.lineTo(at + QPointF(side * 0.25, 0.0))
        angle.lineTo(at + QPointF(-side * 0.2, side * 0.4))
    else:
        angle.moveTo(at + QPointF(-side * 0.4, -side * 0.2))
        angle.lineTo(at + QPointF(0.0, side * 0.25))
        angle.lineTo(at + QPointF(side * 0.4, -side * 0.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(light.sign_soft), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(angle)
    return QRectF(at.x() - 10.0, at.y() - 10.0, 20.0, 20.0)


def _paint_badges(
    painter: QPainter, state: SignState, light: Light, font: QFont, plaque: QRectF, room: float
) -> None:
    """Chips on the lower edge: how many are thirsty and how many have withered, each with the plants' own badge."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    height = metrics.height() + 2.0
    edge = plaque.right() - 3.0 if plaque.width() > 84.0 else room - 1.0
    right, top = edge, plaque.bottom() - 2.5
    for count, condition in ((state.withered, Condition.WITHERED), (state.thirsty, Condition.THIRSTY)):
        if not count:
            continue
        text = f"{count}"
        width = metrics.horizontalAdvance(text) + height + 6.0
        if right < edge and right - width < 0.0:  # the next one below, where two do not fit side by side
            right, top = edge, top + height
        chip = QRectF(right - width, top, width, height)
        painter.setPen(QPen(colour(light.wood_dark), 1.0))
        painter.setBrush(colour(mix(light.sign, (255, 255, 255), 0.45)))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        square = QRectF(chip.left() + 1.0, chip.top() + 1.0, height - 2.0, height - 2.0)
        paint_badge(painter, str(condition), DAY, square)
        painter.setPen(colour(light.sign_ink))
        painter.drawText(chip.adjusted(height - 1.0, 0.0, -4.0, 0.0), Qt.AlignmentFlag.AlignCenter, text)
        right = chip.left() - 3.0


def sign_height(state: SignState, width: float, font: QFont) -> float:
    """The least height in logical pixels in which a sign of that width says all it has to."""
    title, small = _fonts(font)
    chip = QFontMetricsF(small).height() + 2.0
    advance = QFontMetricsF(small).horizontalAdvance
    chips = [advance(f"{count}") + chip + 9.0 for count in (state.withered, state.thirsty) if count]
    rows = 0 if not chips else 1 if sum(chips) <= width else len(chips)
    return QFontMetricsF(title).height() + 8.0 + rows * chip
