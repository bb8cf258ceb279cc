"""The brushes of one species under one theme, mixed once and kept."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QBrush, QColor

from gardener.scene.palette import Palette, Rgb, foliage, lit, mixed, rgb, wilted
from gardener.scene.species import Species


class Inks:
    """Brushes by part, vitality and light. Values are rounded to steps no eye can tell apart."""

    def __init__(self, species: Species, palette: Palette) -> None:
        """Prepare the colours of `species` under `palette`."""
        self.palette = palette
        self._leaf = rgb(species.leaf.lush), rgb(species.leaf.fresh)
        self._stem = rgb(species.stem.colour)
        self._own = {
            "petal": rgb(species.flower.petal),
            "petal shade": rgb(species.flower.shade),
            "centre": rgb(species.flower.centre),
            "fruit": rgb(species.fruit.colour),
            "fruit shade": rgb(species.fruit.shade),
        }
        self._brushes: dict[tuple[object, ...], QBrush] = {}

    def leaf(self, fresh: float, pale: float, light: float) -> QBrush:
        """Return the brush of a leaf."""
        key = (round(fresh * 50), round(pale * 25), round(light * 25))
        found = self._brushes.get(key)
        if found is None:
            colour = foliage(*self._leaf, vitality=key[0] / 50, pale=key[1] / 25, palette=self.palette)
            found = self._keep(key, lit(colour, key[2] / 25, self.palette))
        return found

    def stem(self, fresh: float, pale: float, woody: float, light: float) -> QBrush:
        """Return the brush of a stem: green ones go the way of leaves, wood only greys."""
        key = ("stem", round(fresh * 50), round(pale * 25), round(woody * 20), round(light * 25))
        found = self._brushes.get(key)
        if found is None:
            v = key[1] / 50
            green = foliage(self._stem, self._stem, vitality=v, pale=0.7 * key[2] / 25, palette=self.palette)
            bark = mixed(rgb(self.palette.bare), self._stem, min(1.0, 0.25 + v))
            found = self._keep(key, lit(mixed(green, bark, key[3] / 20), key[4] / 25, self.palette))
        return found

    def own(self, part: str, fresh: float, light: float) -> QBrush:
        """Return the brush of a petal, centre or fruit ("petal", "petal shade", "centre", "fruit", …)."""
        key = (part, round(fresh * 50), round(light * 25))
        found = self._brushes.get(key)
        if found is None:
            colour = wilted(self._own[part], vitality=key[1] / 50, palette=self.palette)
            found = self._keep(key, lit(colour, key[2] / 25, self.palette))
        return found

    def plain(self, colour: str, light: float = 0.0, alpha: float = 1.0) -> QBrush:
        """Return the brush of a colour of the palette (#rrggbb) in this light."""
        key = (colour, round(light * 25), round(alpha * 50))
        found = self._brushes.get(key)
        if found is None:
            found = self._keep(key, lit(rgb(colour), key[1] / 25, self.palette), key[2] / 50)
        return found

    def between(self, first: str, second: str, share: float, light: float = 0.0) -> QBrush:
        """Return the brush between two colours of the palette."""
        key = (first, second, round(share * 50), round(light * 25))
        found = self._brushes.get(key)
        if found is None:
            found = self._keep(
                key, lit(mixed(rgb(first), rgb(second), key[2] / 50), key[3] / 25, self.palette)
            )
        return found

    def _keep(self, key: tuple[object, ...], colour: Rgb, alpha: float = 1.0) -> QBrush:
        brush = QBrush(QColor(round(colour[0]), round(colour[1]), round(colour[2]), round(255 * alpha)))
        self._brushes[key] = brush
        return brush


@lru_cache(maxsize=64)
def inks_for(species: Species, palette: Palette) -> Inks:
    """Return the inks of a species under a palette, mixed at most once."""
    return Inks(species, palette)
