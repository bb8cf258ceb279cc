"""The growing half of the scene works where there is no Qt."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, NoQt())
from gardener.scene import botany, library, palette, skeleton, traits
for kind in library.all_species().values():
    plant = botany.grow(kind, 7, traits.Traits(size=0.6, vitality=0.5, flowers=2, fruits_small=1, wetness=0.8))
    assert plant.leaves and skeleton.bounds(plant)
assert set(palette.THEMES) == {"day", "dusk", "contrast"}
assert not any(name.startswith(("PySide6", "shiboken6")) for name in sys.modules)
"""


def test_plants_grow_with_qt_blocked() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
