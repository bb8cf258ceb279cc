"""The signs of the beds: name and count, a line, and small badges that count the thirsty and the withered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from gardener.domain.stage import Stage
from gardener.scene.backdrop import blank, colour
from gardener.scene.light import Light, mix
from gardener.scene.showing import PlantShown


@dataclass(frozen=True, slots=True)
class BedWords:
    """What a person reads on a bed's sign: its name and its line, e.g. "Seedlings", "first conversation"."""

    name: str
    line: str


def _name(plant: PlantShown) -> str:
    return plant.name


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneWords:
    """Every text of the picture. Plain text throughout; `tip` says what stands in a plant's tooltip.

    `sign_tip` takes the bed and how many plants, thirsty and withered ones it holds.
    """

    beds: Mapping[Stage, BedWords]
    name: str = ""
    description: str = ""
    tip: Callable[[PlantShown], str] = _name
    sign_tip: Callable[[Stage, int, int, int], str] = field(
        default=lambda stage, count, thirsty, withered: ""
    )


@dataclass(frozen=True, slots=True)
class SignState:
    """What a sign says at the moment."""

    count: int
    thirsty: int
    withered: int
    folded: bool = False
    hovered: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A painted sign; logical pixels: its width, that of its plaque, and where the fold mark is (x, y, side)."""

    pixmap: QPixmap
    width: float
    height: float
    fold: QRectF


def paint_sign(
    words: BedWords, state: SignState, *, light: Light, font: QFont, width: float, height: float, ratio: float
) -> Sign:
    """Paint a sign into `width` × `height` logical pixels; its post stands on the lower edge.

    The plaque takes what room there is: in a narrow one first the line goes, then the name, then the badges.
    """
    pixmap = blank(width, height, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    title, small = _fonts(font)
    title_h, small_h = QFontMetricsF(title).height(), QFontMetricsF(small).height()
    with_line = width > 84.0 and height > title_h + small_h + 12.0
    plaque_h = min(height - 4.0, title_h + (small_h - 2.0 if with_line else 0.0) + 7.0)
    text = _headline(words.name, state.count, QFontMetricsF(title), width - 34.0)
    needed = QFontMetricsF(title).horizontalAdvance(text) + 40.0
    if with_line:
        needed = max(needed, QFontMetricsF(small).horizontalAdvance(words.line) + 26.0)
    plaque_w = min(width - 4.0, max(needed, min(width - 4.0, 0.66 * width)))
    plaque = QRectF((width - plaque_w) / 2, max(1.0, (height - plaque_h) * 0.18), plaque_w, plaque_h)
    _paint_post(painter, light, width, plaque, height)
    _paint_plaque(painter, light, plaque, state)
    fold = _paint_texts(painter, words, text, light, plaque, (title, small), state, with_line=with_line)
    _paint_badges(painter, state, light, small, plaque)
    painter.end()
    return Sign(pixmap, width, height, fold)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    title, small = QFont(font), QFont(font)
    size = font.pointSizeF() if font.pointSizeF() > 0 else 9.0
    title.setPointSizeF(size * 1.06)
    title.setBold(True)
    small.setPointSizeF(size * 0.86)
    return title, small


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
    board.setColorAt(1.0, colour(mix(face, light.wood_light, 0.0 if light.plain else 0.16)))
    painter.setBrush(QBrush(board))
    painter.drawRoundedRect(inner, 4.2, 4.2)


def _paint_texts(
    painter: QPainter,
    words: BedWords,
    text: str,
    light: Light,
    plaque: QRectF,
    fonts: tuple[QFont, QFont],
    state: SignState,
    *,
    with_line: bool,
) -> QRectF:
    title, small = fonts
    title_h = QFontMetricsF(title).height()
    painter.setPen(colour(light.sign_ink))
    painter.setFont(title)
    top = QRectF(
        plaque.left(),
        plaque.top() + (2.0 if with_line else (plaque.height() - title_h) / 2),
        plaque.width(),
        title_h,
    )
    painter.drawText(top, Qt.AlignmentFlag.AlignCenter, text)
    if with_line:
        painter.setPen(colour(light.sign_soft))
        painter.setFont(small)
        room = plaque.width() - 12.0
        line = QFontMetricsF(small).elidedText(words.line, Qt.TextElideMode.ElideRight, room)
        below = QRectF(plaque.left(), top.bottom() - 2.5, plaque.width(), QFontMetricsF(small).height())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, line)
    return _paint_fold(painter, light, plaque, title_h, state, on_line=top.center().y())


def _paint_fold(
    painter: QPainter, light: Light, plaque: QRectF, size: float, state: SignState, *, on_line: float
) -> QRectF:
    """The mark that folds the bed: a small angle, pointing down while it is open, right while it is folded."""
    side = min(10.0, size * 0.55)
    at = QPointF(plaque.left() + 6.0 + side / 2, on_line)
    if plaque.width() < 60.0:
        return QRectF()
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


def _paint_badges(painter: QPainter, state: SignState, light: Light, font: QFont, plaque: QRectF) -> None:
    """Chips at the lower right: a drop half empty for the thirsty, a drooping leaf for the withered."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    height = metrics.height() + 1.0
    right = plaque.right() - 3.0
    for count, paint, tone in (
        (state.withered, _paint_leaf, (126, 88, 56)),
        (state.thirsty, _paint_drop, (176, 116, 28)),
    ):
        if not count:
            continue
        text = f"{count}"
        width = metrics.horizontalAdvance(text) + height + 5.0
        chip = QRectF(right - width, plaque.bottom() - 2.0, width, height)
        if chip.left() < plaque.left():
            return
        painter.setPen(QPen(colour(light.wood_dark if not light.plain else (0, 0, 0)), 1.0))
        painter.setBrush(
            colour(mix(light.sign, (255, 255, 255), 0.35) if not light.plain else (255, 255, 255))
        )
        painter.drawRoundedRect(chip, height / 2, height / 2)
        paint(
            painter,
            QRectF(chip.left() + 4.0, chip.top() + 2.0, height - 4.0, height - 4.0),
            tone if not light.plain else (0, 0, 0),
        )
        painter.setPen(colour(light.sign_ink))
        painter.drawText(chip.adjusted(height, 0.0, -4.0, 0.0), Qt.AlignmentFlag.AlignCenter, text)
        right = chip.left() - 3.0


def _paint_drop(painter: QPainter, box: QRectF, tone: tuple[int, int, int]) -> None:
    """An empty drop: only a little water is left at its foot."""
    x, w, h = box.center().x(), box.width(), box.height()
    drop = QPainterPath(QPointF(x, box.top()))
    drop.cubicTo(
        x + w * 0.1,
        box.top() + h * 0.3,
        x + w * 0.38,
        box.top() + h * 0.45,
        x + w * 0.36,
        box.top() + h * 0.68,
    )
    drop.cubicTo(x + w * 0.34, box.bottom(), x - w * 0.34, box.bottom(), x - w * 0.36, box.top() + h * 0.68)
    drop.cubicTo(x - w * 0.38, box.top() + h * 0.45, x - w * 0.1, box.top() + h * 0.3, x, box.top())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.save()
    painter.setClipRect(QRectF(box.left(), box.top() + h * 0.72, w, h))
    painter.setBrush(colour(tone))
    painter.drawPath(drop)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(tone), 1.2))
    painter.drawPath(drop)


def _paint_leaf(painter: QPainter, box: QRectF, tone: tuple[int, int, int]) -> None:
    """A leaf that hangs down from a bent stalk."""
    left, top, w, h = box.left(), box.top(), box.width(), box.height()
    stalk = QPainterPath(QPointF(left + w * 0.18, top + h))
    stalk.cubicTo(left + w * 0.12, top + h * 0.2, left + w * 0.35, top, left + w * 0.66, top + h * 0.26)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(tone), 1.3))
    painter.drawPath(stalk)
    leaf = QPainterPath(QPointF(left + w * 0.66, top + h * 0.26))
    leaf.cubicTo(left + w * 1.02, top + h * 0.4, left + w * 0.98, top + h * 0.8, left + w * 0.8, top + h)
    leaf.cubicTo(
        left + w * 0.52, top + h * 0.82, left + w * 0.46, top + h * 0.5, left + w * 0.66, top + h * 0.26
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tone))
    painter.drawPath(leaf)


def sign_width(width: float) -> float:
    """The room in logical pixels that a sign takes above a bed of that many."""
    return float(max(18, ceil(width)))
