"""On every screen plants, labels and signs are painted for its own pixels, and stand on whole ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

LOOK = """
import json
from PySide6.QtGui import QGuiApplication
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGraphicsPixmapItem
QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
app = QApplication([])
from gardener.scene.view import GardenView
from tests.scene.picture_stand import WORDS, some_plants
view = GardenView(WORDS)
view.motion = False
view.resize(1080, 900)
view.set_garden(some_plants())
view.show()
app.processEvents()
view.finish_now()
ratio, scale = view.devicePixelRatioF(), view.scale_now
found = []
for item in view.picture.items():
    if isinstance(item, QGraphicsPixmapItem) and item.isVisible():
        fine = scale * ratio
        off = max(abs(v * fine - round(v * fine)) for v in (item.x(), item.y()))
        found.append([item.pixmap().devicePixelRatio(), item.scale() * scale, off])
print(json.dumps([ratio, found]))
"""


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_every_picture_is_of_the_screens_own_pixels(ratio: float) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": f"{ratio}"}
    ended = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, env=environment, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr.decode()
    seen, items = json.loads(ended.stdout.decode().splitlines()[-1])
    assert seen == pytest.approx(ratio)
    assert len(items) > 20
    for of_pixmap, enlarged, off in items:
        assert of_pixmap == pytest.approx(ratio)
        assert enlarged == pytest.approx(1.0), "copied, not enlarged"
        assert off < 1e-6, "on whole pixels"
