"""Quantiles of a Beta distribution, for rates with few observations."""

from __future__ import annotations

from math import exp, lgamma, log, log1p

_STEPS = 300
_CLOSE = 1e-15


def cdf(x: float, a: float, b: float) -> float:
    """P(rate ≤ x) for a Beta(a, b), a and b > 0: the regularised incomplete beta function.

    Computed by the continued fraction of the incomplete beta function (Abramowitz and Stegun, 26.5.8), with
    I_x(a, b) = 1 − I_{1−x}(b, a) where that converges faster.
    """
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1.0) / (a + b + 2.0):
        return front * _fraction(x, a, b) / a
    return 1.0 - front * _fraction(1.0 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction by Lentz's method."""
    c, d = 1.0, _safe(1.0 - (a + b) * x / (a + 1.0))
    value = d = 1.0 / d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0))
        for step in (even, odd):
            d = 1.0 / _safe(1.0 + step * d)
            c = _safe(1.0 + step / c)
            value *= c * d
        if abs(c * d - 1.0) < _CLOSE:
            break
    return value


def _safe(value: float) -> float:
    return value if abs(value) > 1e-300 else 1e-300


def quantile(p: float, a: float, b: float) -> float:
    """The rate below which a Beta(a, b) lies with probability p, 0 < p < 1; by bisection, to 1e-15."""
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2.0
        if middle in (low, high):
            break
        if cdf(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0
