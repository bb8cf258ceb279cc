"""The charts of the season view, made from its figures: each with what it says, its numbers and its drawing."""

from __future__ import annotations

from collections.abc import Sequence

from gardener.domain.introduction import Outcome
from gardener.domain.season import Range, SeasonCount
from gardener.domain.stage import Stage
from gardener.ui.charts import Bar, Bars, Chart, Path, Ruler, Span, Week, Weeks
from gardener.ui.season_figures import SeasonFigures
from gardener.words import season as said
from gardener.words import season_page as words
from gardener.words.dates import number, short_day

USUAL = (10.0, 20.0)
"""Talks for one interview, as the article has them."""
OUTCOME_ROLES = {
    Outcome.MET: "bar_green",
    Outcome.PENDING: "bar_soggy",
    Outcome.DECLINED: "bar_thirsty",
    Outcome.FADED: "bar_withered",
}
MOST_TAGS = 8
"""So many tags are drawn; the table has all."""


def charts_of(figures: SeasonFigures) -> tuple[Chart, ...]:
    """All charts in the order in which they are best read; those of several seasons only where there are several."""
    made = (_path, _rate, _ahead, _weeks, _cold, _times, _origins, _sources, _moves, _withered)
    found = [make(figures) for make in made]
    if len(figures.every) > 1:
        found.insert(4, _compared(figures))
    return tuple(found)


def _path(figures: SeasonFigures) -> Chart:
    count = figures.count
    counts = (count.conversations, count.interviews, count.second_interviews, count.offers)
    steps = tuple(
        (one if amount == 1 else many, amount)
        for (one, many), amount in zip(words.STEPS, counts, strict=True)
    )
    line = words.FIRST_TALK if counts == (1, 0, 0, 0) else said.judged(count)
    return Chart(
        id="path",
        title=words.PATH_TITLE,
        line=line,
        headings=("", words.HERE),
        rows=tuple(
            (many[:1].upper() + many[1:], number(amount))
            for (_, many), amount in zip(words.STEPS, counts, strict=True)
        ),
        drawing=Path(steps),
    )


def _range_row(name: str, tried: int, came: int, per: Range) -> tuple[str, ...]:
    return name, number(tried), number(came), words.whole(per.estimate), words.from_to(per.low, per.high)


def _rate(figures: SeasonFigures) -> Chart:
    count, per = figures.count, figures.count.conversations_per_interview
    return Chart(
        id="rate",
        title=words.RATE_TITLE,
        line=f"{words.from_to(per.low, per.high)} talks for one interview; the estimate is {words.whole(per.estimate)}.",
        headings=words.RATE_HEADINGS,
        rows=(_range_row(words.HERE, count.conversations, count.interviews, per),),
        drawing=Ruler(
            (Span("", per.low, per.estimate, per.high),), words.RATE_UNIT, band=(*USUAL, words.USUAL)
        ),
        note=words.RATE_NOTE,
    )


def _weeks(figures: SeasonFigures) -> Chart:
    weeks = tuple(
        Week(week.monday, week.conversations, (week.interviews, week.second_interviews, week.offers))
        for week in figures.weeks
    )
    rows = tuple(
        (
            short_day(week.monday, today=figures.day),
            *(
                number(amount)
                for amount in (
                    week.conversations,
                    week.interviews,
                    week.second_interviews,
                    week.offers,
                    week.cold,
                    week.applications,
                )
            ),
        )
        for week in reversed(figures.weeks)
    )
    happened = any(week.talks or any(week.borne) for week in weeks)
    return Chart(
        id="weeks",
        title=words.WEEKS_TITLE,
        line=words.week_line(figures.count.conversations, len(weeks)),
        headings=words.WEEK_HEADINGS,
        rows=rows if happened else (),
        drawing=Weeks(weeks, words.WEEK_FRUIT, figures.day) if happened else None,
    )


def _ahead(figures: SeasonFigures) -> Chart:
    ahead = figures.forecast
    rows = [(words.AHEAD_TALKS, *(number(talks) for talks in ahead.conversations))]
    drawing = None
    if ahead.weeks is not None:
        rows.append((words.AHEAD_WEEKS, *(words.share(round(weeks, 1)) for weeks in ahead.weeks)))
        low, middle, high = ahead.weeks
        drawing = Ruler((Span("", low, middle, high),), words.AHEAD_UNIT, logarithmic=False)
    return Chart(
        id="next-interview",
        title=words.AHEAD_TITLE,
        line=" ".join((said.ahead(ahead), *([] if figures.signs is None else [said.signs(figures.signs)]))),
        headings=words.AHEAD_HEADINGS,
        rows=tuple(rows),
        drawing=drawing,
    )


def _cold(figures: SeasonFigures) -> Chart:
    count = figures.count
    warm, cold = count.conversations_per_interview, count.applications_per_interview
    sent = max(count.cold_applications, count.cold)
    spans = (
        Span(
            words.THROUGH_PEOPLE, warm.low, warm.estimate, warm.high,
            words.tries(words.from_to(warm.low, warm.high), count.conversations, "talk", count.interviews),
        ),
        Span(
            words.SENT_COLD, cold.low, cold.estimate, cold.high,
            words.tries(words.from_to(cold.low, cold.high), count.cold_applications, "application", count.cold),
        ),
    )  # fmt: skip
    return Chart(
        id="cold",
        title=words.COLD_TITLE,
        line=said.cold(count) or words.NOTHING_COLD,
        headings=words.COLD_HEADINGS,
        rows=(
            _range_row(words.THROUGH_PEOPLE, count.conversations, count.interviews, warm),
            _range_row(words.SENT_COLD, count.cold_applications, count.cold, cold),
        )
        if sent
        else (),
        drawing=Ruler(spans, words.COLD_UNIT) if sent else None,
    )


def _times(figures: SeasonFigures) -> Chart:
    from gardener.words import beds

    spans = tuple(
        Span(
            beds.NAMES[time.stage],
            None if time.quarter is None else float(time.quarter),
            None if time.half is None else float(time.half),
            None if time.three_quarters is None else float(time.three_quarters),
            words.standing(time),
        )
        for time in figures.times
    )
    rows = tuple(
        (
            beds.NAMES[time.stage],
            number(time.standing),
            number(time.left),
            words.after(time.quarter),
            words.after(time.half),
            words.after(time.three_quarters),
        )
        for time in figures.times
    )
    any_ = any(time.left or time.standing for time in figures.times)
    return Chart(
        id="time-in-beds",
        title=words.TIME_TITLE,
        line=words.TIME_LINE,
        headings=words.TIME_HEADINGS,
        rows=rows if any_ else (),
        drawing=Ruler(spans, words.TIME_UNIT, logarithmic=False) if any_ else None,
    )


def _moves(figures: SeasonFigures) -> Chart:
    order = tuple(Stage)
    ordered = sorted(figures.moves.items(), key=lambda item: (order.index(item[0][0]), -item[1]))
    bars = tuple(
        Bar(words.move(*pair), ((float(amount), "bar_green"),), number(amount)) for pair, amount in ordered
    )
    return Chart(
        id="moves",
        title=words.MOVES_TITLE,
        line=words.moves_line(sum(figures.moves.values())),
        headings=words.MOVES_HEADINGS,
        rows=tuple((words.move(*pair), number(amount)) for pair, amount in ordered),
        drawing=Bars(bars) if bars else None,
    )


def _origins(figures: SeasonFigures) -> Chart:
    bars = tuple(
        Bar(
            words.ORIGINS[one.origin],
            tuple((float(one.outcomes[outcome]), role) for outcome, role in OUTCOME_ROLES.items()),
            words.origin_said(one),
        )
        for one in figures.origins
    )
    rows = tuple(
        (
            words.ORIGINS[one.origin],
            *(number(one.outcomes[outcome]) for outcome in OUTCOME_ROLES),
            words.percent(one.met.low, one.met.high),
            words.share(one.interviews),
        )
        for one in figures.origins
    )
    totals = [sum(one.outcomes.values()) for one in figures.origins]
    return Chart(
        id="introductions",
        title=words.ORIGINS_TITLE,
        line=words.origins_line(*totals),
        headings=words.ORIGIN_HEADINGS,
        rows=rows if any(totals) else (),
        drawing=Bars(bars, words.legend(OUTCOME_ROLES)) if any(totals) else None,
    )


def _sources(figures: SeasonFigures) -> Chart:
    shown = [source for source in figures.sources if source.people]
    tags = [source for source in shown if source.is_tag][:MOST_TAGS]
    drawn = [source for source in shown if not source.is_tag] + tags
    bearing = [source for source in shown if source.interviews > 0]
    bars = tuple(
        Bar(
            words.source_name(source),
            ((float(source.conversations), "bar_green"),),
            words.source_said(source),
        )
        for source in drawn
    )
    return Chart(
        id="sources",
        title=words.SOURCES_TITLE,
        line=words.sources_line(max(bearing, key=lambda source: source.interviews, default=None)),
        headings=words.SOURCE_HEADINGS,
        rows=tuple(
            (
                words.source_name(source),
                number(source.people),
                number(source.talked),
                number(source.conversations),
                words.share(source.interviews),
            )
            for source in shown
        ),
        drawing=Bars(bars) if bars else None,
    )


def _withered(figures: SeasonFigures) -> Chart:
    found = figures.withering
    reasons = [(words.reason(ending), len(ids), "bar_seed") for ending, ids in found.composted.items()]
    lessons = [(words.LESSONS[lesson], len(ids), "bar_withered") for lesson, ids in found.withered.items()]
    rows = [*_most_first(reasons), *_most_first(lessons)]
    return Chart(
        id="withered",
        title=words.WITHER_TITLE,
        line=words.wither_line(sum(n for _, n, _ in reasons), sum(n for _, n, _ in lessons)),
        headings=words.WITHER_HEADINGS,
        rows=tuple((name, number(amount)) for name, amount, _ in rows),
        drawing=Bars(
            tuple(Bar(name, ((float(amount), role),), number(amount)) for name, amount, role in rows)
        )
        if rows
        else None,
    )


def _most_first(rows: Sequence[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _compared(figures: SeasonFigures) -> Chart:
    def row(one: SeasonCount) -> tuple[str, ...]:
        per = one.conversations_per_interview
        counts = (one.conversations, one.interviews, one.offers)
        name = said.title(one.season, one.paused, figures.day)
        return (name, *map(number, counts), words.whole(per.estimate), words.from_to(per.low, per.high))

    spans = []
    for one in figures.every:
        per = one.conversations_per_interview
        text = words.tries(words.from_to(per.low, per.high), one.conversations, "talk", one.interviews)
        spans.append(
            Span(said.title(one.season, one.paused, figures.day), per.low, per.estimate, per.high, text)
        )
    return Chart(
        id="seasons",
        title=words.COMPARED_TITLE,
        line=words.RATE_TITLE,
        headings=words.COMPARED_HEADINGS,
        rows=tuple(row(one) for one in figures.every),
        drawing=Ruler(tuple(spans), words.RATE_UNIT, band=(*USUAL, words.USUAL)),
    )
