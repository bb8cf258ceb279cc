"""Drawing charts in the manner of the garden: a branch of talks, leaves on a ruler, weeks as blades, bars as planks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from gardener.scene.dice import four
from gardener.ui.chart_ink import Ink, fruit, leaf, stem
from gardener.ui.charts import Bars, Drawing, Path, Ruler, Span, Week, Weeks
from gardener.words import season_page as words
from gardener.words.dates import number

MOST_LEAVES = 90
"""So many talks have a leaf each; beyond, a leaf stands for several."""
FAINT_LEAVES = 14
"""Before the first talk so many leaves stand there faintly: about what an interview takes."""
FRUIT_ROLES = ("bar_thirsty", "bar_waiting", "bar_waiting")
FRUIT_SIZES = (0.34, 0.44, 0.56)
"""Radii of interview, second interview and offer, in lines of text."""
SHOWN_WEEKS = 53
_Align = Qt.AlignmentFlag


def height_of(drawing: Drawing, width: float, font: QFont) -> float:
    """How high the drawing is in that width, in pixels."""
    ink = Ink.of(font)
    match drawing:
        case Path():
            return 4.0 * ink.line + 120.0 if width >= 4.4 * _step_room(drawing, ink) else 12.5 * ink.line
        case Ruler():
            return len(drawing.spans) * _span_height(drawing, width, ink) + 2.6 * ink.small_line + 10.0
        case Weeks():
            return 150.0 + 2.0 * ink.small_line + _legend_height(list(drawing.names), width, ink)
        case Bars():
            names = [name for _, name in drawing.legend]
            return len(drawing.bars) * _bar_height(drawing, width, ink) + _legend_height(names, width, ink)


def paint(painter: QPainter, drawing: Drawing, box: QRectF, font: QFont) -> None:
    """Draw into a box; the painter's state is as before."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = Ink.of(font)
    match drawing:
        case Path():
            _paint_path(painter, drawing, box, ink)
        case Ruler():
            _paint_ruler(painter, drawing, box, ink)
        case Weeks():
            _paint_weeks(painter, drawing, box, ink)
        case Bars():
            _paint_bars(painter, drawing, box, ink)
    painter.restore()


# From talks to offers


def _step_room(path: Path, ink: Ink) -> float:
    return max(ink.width(ink.small, name) for name, _ in path.steps) + 12.0


def _paint_path(painter: QPainter, path: Path, box: QRectF, ink: Ink) -> None:
    if box.width() < 4.4 * _step_room(path, ink):
        _paint_steps(painter, path, box, ink)
        return
    top = box.top() + 1.6 * ink.line
    foot = box.bottom() - 2.2 * ink.line
    reach = box.width() - 24.0
    points = []
    for step in range(41):
        t = step / 40
        points.append(QPointF(box.left() + 12.0 + reach * t, foot - 18.0 - (foot - top - 46.0) * t**1.35))
    begun = any(count for _, count in path.steps)
    painter.setOpacity(1.0 if begun else 0.35)
    _paint_talks(painter, path.steps[0][1], points, box, ink)
    stem(painter, points, 13.0, 2.4, ink.colour("bar_withered" if begun else "bar_green"))
    painter.setOpacity(1.0)
    soil = QPainterPath(QPointF(box.left(), foot))
    soil.cubicTo(box.left() + 30, foot - 20, box.left() + 70, foot - 6, box.left() + 120, foot)
    soil.closeSubpath()
    painter.fillPath(soil, ink.colour("bar_withered"))
    if not begun:
        _paint_seed(painter, QPointF(box.left() + 52.0, foot - 13.0), ink)
    # Where each step hangs along the branch: talks on its first half, fruit on the rest.
    places = (0.25, 0.56, 0.76, 0.93)
    for place, ((name, count), at) in enumerate(zip(path.steps, places, strict=True)):
        point = points[round(at * 40)]
        if place:
            _paint_borne(
                painter, count, point, FRUIT_SIZES[place - 1] * ink.line * 1.5, FRUIT_ROLES[place - 1], ink
            )
        column = max(ink.width(ink.large, number(count)), ink.width(ink.small, name)) + 6.0
        left = min(max(box.left(), point.x() - column / 2), box.right() - column)
        numeral = QRectF(left, foot - 4.0, column, 1.5 * ink.line)
        ink.write(painter, numeral, number(count), font=ink.large, align=_Align.AlignHCenter)
        below = QRectF(left, foot + 1.35 * ink.line, column, ink.small_line)
        ink.write(painter, below, name, font=ink.small, role="muted", align=_Align.AlignHCenter)


def _paint_seed(painter: QPainter, at: QPointF, ink: Ink) -> None:
    """Before the first talk: a seed with its first two leaves."""
    painter.setBrush(ink.colour("bar_thirsty"))
    painter.drawEllipse(at, 0.42 * ink.line, 0.3 * ink.line)
    top = QPointF(at.x() + 1.0, at.y() - 1.1 * ink.line)
    stem(
        painter, [at, QPointF(at.x() - 2.0, at.y() - 0.5 * ink.line), top], 3.0, 2.0, ink.colour("bar_green")
    )
    for side in (-1.0, 1.0):
        end = QPointF(top.x() + side * 0.95 * ink.line, top.y() - 0.45 * ink.line)
        leaf(painter, top, end, 0.26 * ink.line, ink.colour("bar_green"))


def _paint_talks(painter: QPainter, talks: int, points: Sequence[QPointF], box: QRectF, ink: Ink) -> None:
    """A leaf for each talk along the first half of the branch."""
    each = max(1, ceil(talks / MOST_LEAVES))
    leaves = ceil(talks / each) or FAINT_LEAVES
    for place in range(leaves):
        a, b, c, _ = four(place, 0x7A1C)
        spread = max(0.12, min(1.0, leaves / 30))
        at = points[round((0.07 + 0.42 * spread * (place + a) / max(1, leaves)) * 40)]
        side = -1.0 if place % 2 else 1.0
        long = ink.line * (1.0 + 0.6 * b)
        end = QPointF(at.x() + long * (0.55 + 0.35 * c), at.y() + side * long * (0.62 + 0.4 * a))
        leaf(painter, at, end, long * 0.2, ink.colour("bar_green"))
    if each > 1:
        said = words.leaf_stands_for(each)
        line = QRectF(box.left(), box.top(), box.width() * 0.6, ink.small_line)
        ink.write(painter, line, said, font=ink.small, role="muted")


def _paint_borne(painter: QPainter, count: int, at: QPointF, radius: float, role: str, ink: Ink) -> None:
    """Fruit below the branch, as many as there are, at most nine; where there is none yet, a bud."""
    if not count:
        pen = QPen(ink.colour("muted", 0.8), 1.4, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(at.x(), at.y() + radius * 1.5), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        return
    shown = min(count, 9)
    for place in range(shown):
        row, column = divmod(place, 3)
        across = (column - (min(3, shown - 3 * row) - 1) / 2) * radius * 2.1
        fruit(
            painter, QPointF(at.x() + across, at.y() + radius * (1.6 + 2.0 * row)), radius, ink.colour(role)
        )


def _paint_steps(painter: QPainter, path: Path, box: QRectF, ink: Ink) -> None:
    """The same below each other, where there is little room."""
    row = box.height() / len(path.steps)
    for place, (name, count) in enumerate(path.steps):
        top = box.top() + place * row
        middle = QPointF(box.left() + 1.2 * ink.line, top + row / 2)
        if place:
            radius = FRUIT_SIZES[place - 1] * ink.line
            _paint_borne(
                painter,
                min(1, count),
                QPointF(middle.x(), middle.y() - radius * 1.5),
                radius,
                FRUIT_ROLES[place - 1],
                ink,
            )
        else:
            end = QPointF(middle.x() + ink.line * 0.8, middle.y() - ink.line * 0.3)
            leaf(
                painter,
                QPointF(middle.x() - ink.line * 0.8, middle.y() + ink.line * 0.3),
                end,
                ink.line * 0.3,
                ink.colour("bar_green"),
            )
        left = box.left() + 2.6 * ink.line
        wide = max(4.0 * ink.line, ink.width(ink.large, number(count)) + 8.0)
        beside = QRectF(left + wide, top, box.right() - left - wide, row)
        if ink.width(ink.body, name) <= beside.width():
            ink.write(painter, QRectF(left, top, wide, row), number(count), font=ink.large)
            ink.write(painter, beside, name)
        else:
            ink.write(painter, QRectF(left, top, wide, 1.7 * ink.line), number(count), font=ink.large)
            below = QRectF(left, top + 1.65 * ink.line, box.right() - left, 1.2 * ink.line)
            ink.write(painter, below, name)


# Ranges on a ruler


def _names_beside(ruler: Ruler, width: float, ink: Ink) -> float:
    """How much room names take at the left; 0 when they stand above instead."""
    widest = max((ink.width(ink.body, span.name) for span in ruler.spans), default=0.0)
    return widest + 14.0 if widest and widest + 14.0 <= 0.3 * width else 0.0


def _span_height(ruler: Ruler, width: float, ink: Ink) -> float:
    beside = _names_beside(ruler, width, ink)
    named = any(span.name for span in ruler.spans)
    lines = max((len(_said(span.said, width - beside - 8.0, ink)) for span in ruler.spans), default=1)
    return 1.9 * ink.line + lines * ink.small_line + (0.0 if beside or not named else 1.2 * ink.line)


def _said(text: str, width: float, ink: Ink) -> list[str]:
    """A text in one line, or in several where there is less room: broken at its dots, then at its commas."""
    lines = [text]
    for mark in (" · ", ", "):
        if all(ink.width(ink.small, line) <= width for line in lines):
            break
        lines = [part for line in lines for part in line.split(mark)]
    return lines


def _ticks(ruler: Ruler) -> tuple[float, list[float]]:
    """The scale's end, and where it has ticks."""
    greatest = max(
        (value for span in ruler.spans for value in (span.low, span.middle, span.high) if value), default=10.0
    )
    if ruler.band is not None:
        greatest = max(greatest, ruler.band[1])
    if ruler.logarithmic:
        decades = [float(digit * 10**power) for power in range(8) for digit in (1, 2, 5)]
        end = next((each for each in decades[4:] if each >= greatest * 1.1), decades[-1])
        few = decades if end <= 1000.0 else [each for each in decades if log10(each) == round(log10(each))]
        return end, [each for each in few if each < end] + [end]
    step = next(
        (each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if greatest / each <= 6.0), 10000
    )
    count = max(2, ceil(greatest * 1.02 / step))
    return float(step * count), [float(step * place) for place in range(count + 1)]


def _paint_ruler(painter: QPainter, ruler: Ruler, box: QRectF, ink: Ink) -> None:
    beside = _names_beside(ruler, box.width(), ink)
    end, ticks = _ticks(ruler)
    left, right = box.left() + beside + 8.0, box.right() - 26.0

    def at(value: float | None) -> float:
        if value is None:
            return right
        share = log10(max(1.0, value)) / log10(end) if ruler.logarithmic else value / end
        return left + (right - left) * min(1.0, max(0.0, share))

    bottom = box.bottom() - 1.3 * ink.small_line
    if ruler.band is not None:
        low, high, name = ruler.band
        usual = QRectF(at(low), box.top(), at(high) - at(low), bottom - box.top())
        painter.setBrush(ink.colour("good"))
        painter.drawRoundedRect(usual, 6.0, 6.0)
        wide = max(usual.width(), ink.width(ink.small, name) + 4.0)
        said = QRectF(usual.center().x() - wide / 2, bottom - ink.small_line - 3.0, wide, ink.small_line)
        ink.write(painter, said, name, font=ink.small, role="on_good", align=_Align.AlignHCenter)
    painter.setPen(QPen(ink.colour("edge"), 1.0))
    painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))
    taken: list[tuple[float, float]] = []
    for tick in (ticks[-1], *ticks[:-1]):  # the last one first: it has the unit
        x = at(tick)
        painter.setPen(QPen(ink.colour("edge"), 1.0))
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4.0))
        text = number(round(tick)) + (f" {ruler.unit}" if tick == ticks[-1] else "")
        wide = ink.width(ink.small, text) + 2.0
        start = min(x - ink.width(ink.small, number(round(tick))) / 2, box.right() - wide)
        if all(start > after + 6.0 or start + wide < before - 6.0 for before, after in taken):
            line = QRectF(start, bottom + 5.0, wide, ink.small_line)
            ink.write(painter, line, text, font=ink.small, role="muted")
            taken.append((start, start + wide))
    high = _span_height(ruler, box.width(), ink)
    for place, span in enumerate(ruler.spans):
        _paint_span(
            painter, span, QRectF(box.left(), box.top() + place * high, box.width(), high), at, beside, ink
        )


def _paint_span(
    painter: QPainter, span: Span, box: QRectF, at: Callable[[float | None], float], beside: float, ink: Ink
) -> None:
    top = box.top()
    if span.name and beside:
        ink.write(painter, QRectF(box.left(), top + 0.2 * ink.line, beside - 6.0, 1.4 * ink.line), span.name)
    elif span.name:
        ink.write(painter, QRectF(box.left(), top, box.width(), 1.2 * ink.line), span.name)
        top += 1.2 * ink.line
    middle = top + 0.9 * ink.line
    said_left = box.left() + beside + 8.0
    if span.low is not None:
        x0, x1 = at(span.low), at(span.high)
        leaf(
            painter,
            QPointF(x0 - 3.0, middle),
            QPointF(max(x1, x0 + 8.0) + 3.0, middle),
            0.62 * ink.line,
            ink.colour("bar_green"),
        )
        if span.middle is not None:
            fruit(painter, QPointF(at(span.middle), middle), 0.34 * ink.line, ink.colour("bar_waiting"))
        wide = max(ink.width(ink.small, line) for line in _said(span.said, box.right() - said_left, ink)) + 4.0
        said_left = max(said_left, min((x0 + x1) / 2 - wide / 2, box.right() - wide))
    for place, text in enumerate(_said(span.said, box.width() - beside - 8.0, ink)):
        y = middle + 0.75 * ink.line + place * ink.small_line
        ink.write(painter, QRectF(said_left, y, box.right() - said_left, ink.small_line), text, font=ink.small)


# Week by week


def _paint_weeks(painter: QPainter, chart: Weeks, box: QRectF, ink: Ink) -> None:
    shown = chart.weeks[-SHOWN_WEEKS:]
    legend = _legend_height(list(chart.names), box.width(), ink)
    bottom = box.bottom() - legend - 1.4 * ink.small_line
    most = max([week.talks for week in shown] + [3])
    left = box.left() + ink.width(ink.small, number(most)) + 10.0
    top = box.top() + 2.2 * ink.line
    step = (box.right() - left) / max(6, len(shown))
    _paint_levels(painter, most, QRectF(left, top, box.right() - left, bottom - top), box.left(), ink)
    free = left - 50.0
    for place, week in enumerate(shown):
        x = left + (place + 0.5) * step
        _paint_week(painter, week, x, step, (top, bottom), most, ink)
        month = words.month_of(week.monday, first=place == 0)
        if month and x - step / 2 > free:
            wide = ink.width(ink.small, month) + 2.0
            start = min(x - step / 2, box.right() - wide)
            ink.write(
                painter,
                QRectF(start, bottom + 4.0, wide, ink.small_line),
                month,
                font=ink.small,
                role="muted",
            )
            free = start + wide + 6.0
    painter.setBrush(ink.colour("bar_withered"))
    painter.drawRoundedRect(QRectF(left - 4.0, bottom - 1.0, box.right() - left + 4.0, 4.0), 2.0, 2.0)
    _paint_fruit_legend(
        painter, chart.names, QRectF(box.left(), box.bottom() - legend, box.width(), legend), ink
    )


def _paint_levels(painter: QPainter, most: int, area: QRectF, left: float, ink: Ink) -> None:
    """Quiet lines at whole numbers."""
    step = next(
        each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 1_000_000) if most / each <= 4
    )
    for level in range(step, most + 1, step):
        y = area.bottom() - area.height() * level / most
        painter.setPen(QPen(ink.colour("line"), 1.0))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        line = QRectF(left, y - ink.small_line / 2, area.left() - left - 5.0, ink.small_line)
        ink.write(painter, line, number(level), font=ink.small, role="muted", align=_Align.AlignRight)


def _paint_week(
    painter: QPainter, week: Week, x: float, step: float, ends: tuple[float, float], most: int, ink: Ink
) -> None:
    top, bottom = ends
    high = (bottom - top) * week.talks / most
    if week.talks:
        half = min(11.0, step * 0.36)
        blade = QPainterPath(QPointF(x - half, bottom))
        blade.cubicTo(x - half, bottom - high * 0.6, x - half * 0.9, bottom - high + half, x, bottom - high)
        blade.cubicTo(x + half * 0.9, bottom - high + half, x + half, bottom - high * 0.6, x + half, bottom)
        painter.fillPath(blade, ink.colour("bar_green"))
        shade = QPainterPath(QPointF(x, bottom))
        shade.lineTo(x, bottom - high)
        shade.cubicTo(x + half * 0.9, bottom - high + half, x + half, bottom - high * 0.6, x + half, bottom)
        painter.fillPath(shade, ink.colour("bar_green").darker(116))
    y = bottom - high
    for place, count in enumerate(week.borne):
        radius = min(FRUIT_SIZES[place] * ink.line, max(4.0, step * 0.5))
        if count:
            y -= radius * 1.5
            fruit(painter, QPointF(x, y), radius, ink.colour(FRUIT_ROLES[place]))
            if count > 1:
                said = QRectF(x + radius + 2.0, y - ink.small_line / 2, 30.0, ink.small_line)
                ink.write(painter, said, number(count), font=ink.small)
            y -= radius


def _legend_rows(names: Sequence[str], width: float, ink: Ink) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    used = 0.0
    for name in names:
        wide = ink.width(ink.small, name) + 2.2 * ink.line
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(name)
        used += wide
    return rows


def _legend_height(names: Sequence[str], width: float, ink: Ink) -> float:
    return len(_legend_rows(names, width, ink)) * 1.5 * ink.small_line if names else 0.0


def _paint_fruit_legend(painter: QPainter, names: Sequence[str], box: QRectF, ink: Ink) -> None:
    def mark(place: int, middle: QPointF) -> None:
        fruit(painter, middle, FRUIT_SIZES[place] * ink.small_line * 0.9, ink.colour(FRUIT_ROLES[place]))

    _paint_legend(painter, names, box, ink, mark)


def _paint_legend(
    painter: QPainter, names: Sequence[str], box: QRectF, ink: Ink, mark: Callable[[int, QPointF], None]
) -> None:
    place, y = 0, box.top()
    for row in _legend_rows(names, box.width(), ink):
        x = box.left()
        for name in row:
            mark(place, QPointF(x + 0.6 * ink.line, y + 0.85 * ink.small_line))
            wide = ink.width(ink.small, name) + 2.0
            line = QRectF(x + 1.3 * ink.line, y + 0.3 * ink.small_line, wide, ink.small_line)
            ink.write(painter, line, name, font=ink.small, role="muted")
            x += wide + 2.2 * ink.line - 2.0
            place += 1
        y += 1.5 * ink.small_line


# Bars


def _bar_names(bars: Bars, width: float, ink: Ink) -> float:
    widest = max((ink.width(ink.body, bar.name) for bar in bars.bars), default=0.0)
    return widest + 12.0 if widest + 12.0 <= 0.4 * width else 0.0


def _bar_words(bars: Bars, ink: Ink) -> float:
    """How much room the words at the ends of bars take."""
    return max((ink.width(ink.small, bar.said) for bar in bars.bars), default=0.0) + 10.0


def _stacked(bars: Bars, width: float, ink: Ink) -> bool:
    """Whether words stand below their bar, because beside it there is no room."""
    return _bar_words(bars, ink) > 0.5 * (width - _bar_names(bars, width, ink))


def _bar_height(bars: Bars, width: float, ink: Ink) -> float:
    high = (1.65 if _bar_names(bars, width, ink) else 2.9) * ink.line
    if _stacked(bars, width, ink):
        room = width - _bar_names(bars, width, ink)
        high += max(len(_said(bar.said, room, ink)) for bar in bars.bars) * ink.small_line + 0.2 * ink.line
    return high


def _paint_bars(painter: QPainter, bars: Bars, box: QRectF, ink: Ink) -> None:
    beside, high = _bar_names(bars, box.width(), ink), _bar_height(bars, box.width(), ink)
    stacked = _stacked(bars, box.width(), ink)
    left = box.left() + beside
    room = box.right() - left - (0.0 if stacked else _bar_words(bars, ink))
    greatest = max((sum(length for length, _ in bar.pieces) for bar in bars.bars), default=0.0) or 1.0
    for place, bar in enumerate(bars.bars):
        top = box.top() + place * high
        if beside:
            ink.write(painter, QRectF(box.left(), top, beside - 8.0, 1.65 * ink.line), bar.name)
        else:
            ink.write(painter, QRectF(box.left(), top, box.width(), 1.3 * ink.line), bar.name)
            top += 1.25 * ink.line
        x, thick = left, 0.8 * ink.line
        y = top + (1.65 * ink.line - thick) / 2
        painter.setBrush(ink.colour("track"))
        painter.drawRoundedRect(QRectF(left, y, room, thick), thick / 2, thick / 2)
        whole = QPainterPath()
        length = room * sum(amount for amount, _ in bar.pieces) / greatest
        whole.addRoundedRect(QRectF(left, y, max(length, thick * 0.6), thick), thick / 2, thick / 2)
        painter.save()
        painter.setClipPath(whole)
        for amount, role in bar.pieces:
            wide = room * amount / greatest
            if wide > 0:
                painter.fillRect(QRectF(x, y, max(wide, thick * 0.6), thick), ink.colour(role))
                painter.fillRect(
                    QRectF(x, y + thick * 0.55, max(wide, thick * 0.6), thick), ink.colour(role).darker(113)
                )
                x += wide
        painter.restore()
        if not stacked:
            line = QRectF(left + room + 8.0, top, box.right() - left - room - 8.0, 1.65 * ink.line)
            ink.write(painter, line, bar.said, font=ink.small)
            continue
        for number_, text in enumerate(_said(bar.said, room, ink)):
            y = top + 1.5 * ink.line + number_ * ink.small_line
            ink.write(painter, QRectF(left, y, room, ink.small_line), text, font=ink.small, role="muted")
    if bars.legend:

        def mark(number_: int, middle: QPointF) -> None:
            painter.setBrush(ink.colour(bars.legend[number_][0]))
            side = 0.6 * ink.small_line
            painter.drawRoundedRect(
                QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), 3.0, 3.0
            )

        names = [name for _, name in bars.legend]
        below = QRectF(box.left(), box.top() + len(bars.bars) * high, box.width(), 10.0)
        _paint_legend(painter, names, below, ink, mark)
