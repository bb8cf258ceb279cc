"""In bands a fading gradient looks as Qt itself paints it, and everything else goes through untouched."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGradient, QImage, QLinearGradient, QPainter, QRadialGradient
from PySide6.QtWidgets import QApplication

from gardener.scene.banded import BandedPainter, channels

SIDE = 80


def fading(kind: type[QLinearGradient] | type[QRadialGradient]) -> QGradient:
    gradient: QGradient = (
        QLinearGradient(10.0, 20.0, 60.0, 50.0)
        if kind is QLinearGradient
        else QRadialGradient(QPointF(40.0, 40.0), 34.0)
    )
    gradient.setColorAt(0.0, QColor(200, 30, 40, 255))
    gradient.setColorAt(0.4, QColor(20, 30, 240, 90))
    gradient.setColorAt(1.0, QColor(20, 30, 240, 0))
    return gradient


def painted(gradient: QGradient, *, banded: bool) -> QImage:
    picture = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    picture.fill(QColor(120, 150, 90))
    real = QPainter(picture)
    painter = cast(QPainter, BandedPainter(real)) if banded else real
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.save()
    painter.setBrush(gradient)
    painter.drawEllipse(QRectF(8.0, 12.0, 60.0, 50.0))
    painter.restore()
    painter.fillRect(QRectF(0.0, 66.0, SIDE, 10.0), gradient)
    real.end()
    return picture


@pytest.mark.parametrize("kind", [QLinearGradient, QRadialGradient])
def test_bands_look_like_the_gradient(
    qapp: QApplication, kind: type[QLinearGradient] | type[QRadialGradient]
) -> None:
    plain, bands = painted(fading(kind), banded=False), painted(fading(kind), banded=True)
    steps = [
        abs(a - b)
        for x in range(SIDE)
        for y in range(SIDE)
        for a, b in zip(channels(plain.pixelColor(x, y)), channels(bands.pixelColor(x, y)), strict=True)
    ]
    assert sum(steps) / len(steps) < 2.0
    assert plain != bands, "it was laid on in bands"


def test_a_gradient_of_colour_alone_goes_through_as_it_is(qapp: QApplication) -> None:
    gradient = QLinearGradient(0.0, 0.0, 0.0, 80.0)
    gradient.setColorAt(0.0, QColor(200, 30, 40))
    gradient.setColorAt(1.0, QColor(20, 30, 240))
    assert painted(gradient, banded=True) == painted(gradient, banded=False)
