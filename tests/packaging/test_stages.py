"""The closing count: what passed, failed and was skipped, and what CI makes of a skip."""

from __future__ import annotations

from collections import Counter

from devtool.stages import POINTLESS, Outcome, closing, tally

from tests import skips

REPORT = """<testsuites><testsuite>
<testcase name="a"/><testcase name="b"><failure message="no"/></testcase>
<testcase name="c"><error message="at teardown"/></testcase>
<testcase name="d"><skipped type="pytest.skip" message="needs: root"/></testcase>
<testcase name="e"><skipped type="pytest.xfail" message="known"/></testcase>
</testsuite></testsuites>"""


def test_a_report_is_counted_by_kind() -> None:
    outcome = tally("tests", 1.0, report=REPORT, status=1)
    assert (outcome.passed, outcome.failed, outcome.skips) == (2, 2, {"needs: root": 1})


def test_a_run_that_broke_off_is_a_failure_though_no_test_failed() -> None:
    assert tally("tests", 1.0, report="<testsuites/>", status=-11).failed == 1
    assert tally("tests", 1.0, report="<testsuites/>", status=5).failed == 0


def _run() -> list[Outcome]:
    skipped = Counter({"needs: root": 2, POINTLESS + "immortal": 1})
    return [Outcome("lint", 0.1, passed=1), Outcome("tests", 2.0, passed=7, skips=skipped)]


def test_the_last_line_is_the_plain_count_with_the_reasons_above_it() -> None:
    text, well = closing(_run(), strict=False)
    *reasons, last = text.splitlines()
    assert last == "8 passed, 0 failed, 3 skipped"
    assert reasons[-2:] == ["    1 × by design: immortal", "    2 × needs: root"]
    assert well


def test_ci_fails_a_skip_for_want_of_something_and_lets_the_intended_pass() -> None:
    text, well = closing(_run(), strict=True)
    assert text.splitlines()[-1] == "8 passed, 2 failed, 1 skipped"
    assert not well


def test_ci_fails_a_skip_whose_reason_nobody_classed() -> None:
    outcome = Outcome("tests", 1.0, passed=1, skips=Counter({"could not import 'vobject'": 1}))
    assert not closing([outcome], strict=True)[1]


def test_a_failed_check_fails_the_run() -> None:
    text, well = closing([Outcome("types", 1.0, failed=1)], strict=False)
    assert text.splitlines()[-1] == "0 passed, 1 failed, 0 skipped"
    assert not well


def test_both_sides_spell_the_intended_skip_alike() -> None:
    assert skips.POINTLESS == POINTLESS
