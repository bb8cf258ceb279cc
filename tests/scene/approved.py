"""Comparing a picture with the approved one of its name; what differs is left to be looked at and accepted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

FOLDER = Path(__file__).parents[1] / "pictures"
TOLERANCE = 20
"""By so much of 255 may a channel of a pixel differ: another build of Qt rounds an edge otherwise."""
FEW = 0.0005
"""The part of all pixels that may differ by more than that."""


def compare(image: QImage, name: str, *, folder: Path = FOLDER) -> None:
    """Fails where `image` is not the approved picture `name`; then it and the difference lie in `folder`/failed, and
    `packaging/dev.py pictures` accepts it."""
    failed = folder / "failed" / f"{name}.png"
    shown = image.convertToFormat(QImage.Format.Format_RGB32)
    approved = QImage(str(folder / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB32)
    if approved.isNull() or approved.size() != shown.size():
        _keep(shown, failed)
        pytest.fail(f"{name} has no approved picture of its size; look at {failed}")
    difference = QImage(shown.size(), QImage.Format.Format_RGB32)
    difference.fill(QColor("#ffffff"))
    wrong = _differing(shown, approved)
    for x, y in wrong:
        difference.setPixelColor(x, y, QColor("#c00000"))
    if len(wrong) > FEW * shown.width() * shown.height():
        _keep(shown, failed)
        _keep(difference, failed.with_suffix(".difference.png"))
        pytest.fail(f"{name} differs in {len(wrong)} pixels from the approved picture; look at {failed}")


def _differing(first: QImage, second: QImage) -> list[tuple[int, int]]:
    one, other = bytes(first.constBits()), bytes(second.constBits())
    if one == other:
        return []
    width, row = first.width(), first.bytesPerLine()
    found = []
    for at in range(0, len(one), 4):
        a, b = one[at : at + 3], other[at : at + 3]
        if a != b and max(abs(p - q) for p, q in zip(a, b, strict=True)) > TOLERANCE:
            y, x = divmod(at, row)
            if x // 4 < width:
                found.append((x // 4, y))
    return found


def _keep(image: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert image.save(str(path))
