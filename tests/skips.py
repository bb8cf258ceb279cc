"""The two reasons for which a test may be skipped, kept apart, because CI lets only one of them pass.

A test that *wants something* (a tool, a right, a folder) calls `needs`: it is counted, and where the environment
says CI=true it fails. A test that *could not fail here* (another Python, another system) calls `pointless`.
"""

from __future__ import annotations

import pytest

NEEDS = "needs: "
POINTLESS = "by design: "


def needs(there: object, what: str) -> None:
    """Skip the running test unless `there` is true; `what` names the thing, as in "Xvfb" or "root"."""
    if not there:
        pytest.skip(NEEDS + what)


def pointless(here: object, why: str) -> None:
    """Skip the running test if `here` is true, because it could not fail on this machine; say why."""
    if here:
        pytest.skip(POINTLESS + why)
