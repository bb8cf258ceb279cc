"""What must always hold of growth and the pace guard, whatever the history, the soil and the patience."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import guards, pace
from gardener.domain.growth import Climate, Condition, Growth, read
from gardener.domain.interaction import Interaction
from gardener.domain.tie import EMPTY, Tie, fold, fold_all
from tests.domain.histories import (
    INCOMING,
    JANE,
    LAST_DAY,
    MUTUAL,
    OUTGOING,
    climates,
    histories,
    histories_and_days,
    made,
    one_more,
    shifted,
    thorough,
    until,
)

PLANTED = date(2020, 1, 1)
IN_NEED = (Condition.THIRSTY, Condition.WILTING)


def grown(history: list[Interaction], day: date, climate: Climate) -> tuple[Tie, Growth]:
    """Jane's tie and growth on `day`."""
    tie = fold_all(until(history, day))
    return tie, read(tie, day, planted=PLANTED, climate=climate)


def never_less(before: Growth, after: Growth) -> None:
    """Vitality and roots are at least what they were, to the last bit."""
    assert after.roots_days >= before.roots_days
    if before.vitality is not None:
        assert after.vitality is not None
        assert after.vitality >= before.vitality


@thorough(2_000)
@given(st.data(), histories_and_days(), climates)
def test_a_sign_never_lowers_vitality_or_roots_wherever_it_is_dated(
    data: st.DataObject, history_and_day: tuple[list[Interaction], date], climate: Climate
) -> None:
    history, day = history_and_day
    sign = data.draw(one_more(history, INCOMING, MUTUAL))
    before_tie, before = grown(history, day, climate)
    after_tie, after = grown([*history, sign], day, climate)
    never_less(before, after)
    assert after_tie.depth >= before_tie.depth
    assert after_tie.answers >= before_tie.answers
    assert after_tie.replies >= before_tie.replies


@thorough(800)
@given(st.data(), histories_and_days(), climates)
def test_late_watering_costs_nothing(
    data: st.DataObject, history_and_day: tuple[list[Interaction], date], climate: Climate
) -> None:
    history, day = history_and_day
    touch = data.draw(one_more(history, OUTGOING))
    never_less(grown(history, day, climate)[1], grown([*history, touch], day, climate)[1])


@thorough(2_000)
@given(st.data(), histories_and_days(), climates)
def test_a_sign_never_wets_the_soil(
    data: st.DataObject, history_and_day: tuple[list[Interaction], date], climate: Climate
) -> None:
    history, day = history_and_day
    sign = data.draw(one_more(history, INCOMING, MUTUAL))
    before_tie, before = grown(history, day, climate)
    after_tie, after = grown([*history, sign], day, climate)
    assert after.moisture <= before.moisture
    assert after.unanswered <= before.unanswered
    levels = list(pace.Level)
    assert levels.index(after.level) <= levels.index(before.level)
    # A slow answer remembered later may show that they write mails and do not chat; nothing else prolongs the wait.
    if pace.is_chat(after_tie) or not pace.is_chat(before_tie):
        assert pace.too_soon(before_tie, day) or not pace.too_soon(after_tie, day)
        assert after.dry_on is None or before.dry_on is None or after.dry_on <= before.dry_on


@thorough(1_500)
@given(st.data(), histories_and_days(), climates)
def test_a_sign_after_all_touches_dries_the_soil_also_of_a_chat(
    data: st.DataObject, history_and_day: tuple[list[Interaction], date], climate: Climate
) -> None:
    history, day = history_and_day
    told = until([*chatter(data.draw(st.integers(0, 9)), day), *history], day)
    before_tie, before = grown(told, day, climate)
    after_tie, after = grown([*told, made(MUTUAL, day, time(23, 59, 59, 999_999))], day, climate)
    never_less(before, after)
    assert (after.moisture, after.dry_on, pace.too_soon(after_tie, day)) == (0, None, False)
    assert before_tie.quick <= before_tie.answers
    assert after_tie.quick <= after_tie.answers
    assert nobody_both(before_tie, before, day)


def chatter(answers: int, day: date) -> list[Interaction]:
    """So many touches of the days before `day`, each answered within the hour."""
    days = [shifted(day, -40 - n) for n in range(answers)]
    return [part for on in days for part in (made(OUTGOING, on, time(9)), made(INCOMING, on, time(9, 50)))]


def nobody_both(tie: Tie, growth: Growth, day: date) -> bool:
    """Whether somebody is called thirsty, or too soon, but not both."""
    return not (pace.too_soon(tie, day) and growth.condition in IN_NEED)


@thorough(1_000)
@given(histories(), st.randoms(use_true_random=False), climates)
def test_the_order_of_entry_does_not_matter(history: list[Interaction], dice: Any, climate: Climate) -> None:
    shuffled = [*history]
    dice.shuffle(shuffled)
    renamed = [_renamed(i, str(n)) for n, i in enumerate(shuffled)]
    assert fold_all(renamed) == fold_all(history)


def _renamed(interaction: Interaction, id_: str) -> Interaction:
    fields = {name: getattr(interaction, name) for name in Interaction.__slots__}
    return Interaction(**(fields | {"id": id_}))


@thorough(1_000)
@given(histories())
def test_whatever_precedes_nothing_folds_on_top(history: list[Interaction]) -> None:
    """Entered one by one, folded on top where that is allowed, and all anew where it is not: the same tie."""
    tie, known = EMPTY, list[Interaction]()
    for interaction in history:
        known.append(interaction)
        tie = fold(tie, interaction) if tie.precedes(interaction) else fold_all(known)
        assert tie == fold_all(known)


@thorough(1_000)
@given(st.data(), histories(min_size=1), climates)
def test_a_backdated_entry_never_makes_the_last_contact_older(
    data: st.DataObject, history: list[Interaction], climate: Climate
) -> None:
    entry = data.draw(one_more(history, *(INCOMING, MUTUAL, OUTGOING)))
    day = max(i.day for i in [*history, entry])
    before, after = grown(history, day, climate)[1], grown([*history, entry], day, climate)[1]
    assert before.last_contact is not None
    assert after.last_contact is not None
    assert after.last_contact >= before.last_contact
    assert before.last_sign is None or (after.last_sign is not None and after.last_sign >= before.last_sign)
    assert after.last_contact == max(i.day for i in [*history, entry])


@thorough(2_000)
@given(histories_and_days(), climates)
def test_nobody_is_both_thirsty_and_too_soon(
    history_and_day: tuple[list[Interaction], date], climate: Climate
) -> None:
    history, day = history_and_day
    tie, growth = grown(history, day, climate)
    soon = "pace" in guards.consider(tie, day, climate=climate).warnings
    assert soon == pace.too_soon(tie, day)
    assert not (soon and growth.condition in IN_NEED)
    assert not (soon and growth.thirsty_on is not None and day >= growth.thirsty_on)
    if growth.thirsty_on is not None:
        assert growth.dry_on is None or growth.thirsty_on >= growth.dry_on
        assert not pace.too_soon(tie, growth.thirsty_on)
    if growth.condition is Condition.THIRSTY:
        assert growth.dry_on is None or day >= growth.dry_on


@thorough(1_200)
@given(
    histories(min_size=1),
    st.lists(st.sampled_from([0, 0, 0, 1, 6, 30, 400]), min_size=1, max_size=9),
    climates,
)
def test_my_own_unanswered_touches_never_make_a_plant_thrive(
    history: list[Interaction], gaps: list[int], climate: Climate
) -> None:
    day = max(i.day for i in history)
    touches = list[Interaction]()
    for gap in gaps:
        day = shifted(day, gap)
        touches.append(made(OUTGOING, day, time(23, 59, 59, 999_999)))
    for on in (day, shifted(day, gaps[0]), shifted(day, 60)):
        before, after = grown(history, on, climate)[1], grown([*history, *touches], on, climate)[1]
        assert (after.vitality, after.roots_days) == (before.vitality, before.roots_days)
        assert (after.last_sign, after.replies) == (before.last_sign, before.replies)
        assert after.condition is not Condition.THRIVING or before.condition is Condition.THRIVING


@thorough(500)
@given(histories_and_days(), climates)
def test_a_history_of_touches_alone_stays_a_seed(
    history_and_day: tuple[list[Interaction], date], climate: Climate
) -> None:
    history, day = history_and_day
    touches = [i for i in history if not i.is_sign]
    growth = grown(touches, day, climate)[1]
    assert growth.vitality is None
    assert growth.roots_days == 0.0
    assert growth.thirsty_on is None
    assert growth.vigour is not None
    assert 0.0 <= growth.vigour <= 1.0
    seeds = (Condition.SEED, Condition.WITHERED_SEED, Condition.SOGGY, Condition.DROWNING)
    assert growth.condition in seeds


@thorough(1_500)
@given(histories_and_days(min_size=1), climates)
def test_the_dates_are_those_on_which_the_limits_are_crossed(
    history_and_day: tuple[list[Interaction], date], climate: Climate
) -> None:
    history, day = history_and_day
    tie, growth = grown(history, day, climate)
    if growth.last_sign is None:
        return
    for limit, on in ((0.15, growth.withers_on), (0.40, growth.thirsty_on)):
        if on is None:
            dries_later = limit == 0.40 and growth.dry_on is None and growth.moisture > 0
            kept = _vitality(tie, date.max, climate) >= limit
            assert kept or dries_later or growth.last_sign == date.max
            continue
        assert _vitality(tie, on, climate) < limit
        eve = shifted(on, -1)
        # A soil too poor for the limit on the very day of the sign is told on the next: s* is at least 0.
        assert eve == growth.last_sign or on == growth.dry_on or _vitality(tie, eve, climate) >= limit
    assert growth.withers_on is None or growth.withers_on.toordinal() <= LAST_DAY


def _vitality(tie: Tie, day: date, climate: Climate) -> float:
    vitality = read(tie, day, planted=PLANTED, climate=climate).vitality
    assert vitality is not None
    return vitality


@thorough(700)
@given(histories_and_days(min_size=1), climates, st.sampled_from([1.01, 1.5, 2.0, 8.0]))
def test_patience_puts_every_date_off(
    history_and_day: tuple[list[Interaction], date], climate: Climate, more: float
) -> None:
    history, day = history_and_day
    patient = Climate(climate.horizon * more, climate.b0, climate.b1, climate.seed_days)
    before, after = grown(history, day, climate)[1], grown(history, day, patient)[1]
    never_less(before, after)
    assert (after.withers_on or date.max) >= (before.withers_on or date.max)
    assert (after.thirsty_on or date.max) >= (before.thirsty_on or date.max)
    assert after.dry_on == before.dry_on


@thorough(600)
@given(st.data(), histories(), climates)
def test_silence_alone_never_makes_a_plant_livelier_or_the_soil_wetter(
    data: st.DataObject, history: list[Interaction], climate: Climate
) -> None:
    end = max((i.day for i in history), default=PLANTED)
    days = sorted(shifted(end, data.draw(st.integers(0, 4000))) for _ in range(2))
    tie = fold_all(history)
    planted = min([PLANTED, *(i.day for i in history)])  # planting would be more than silence
    earlier, later = (read(tie, day, planted=planted, climate=climate) for day in days)
    assert (later.vitality or 0.0) <= (earlier.vitality or 0.0)
    assert (later.vigour or 0.0) <= (earlier.vigour or 0.0)
    assert later.moisture == earlier.moisture
    assert later.roots_days == earlier.roots_days
    assert pace.too_soon(tie, days[0]) or not pace.too_soon(tie, days[1])


@thorough(300)
@given(histories(), climates)
def test_someone_never_spoken_to_keeps_a_place_for_ever(history: list[Interaction], climate: Climate) -> None:
    for day in (
        PLANTED,
        shifted(PLANTED, climate.seed_days),
        shifted(PLANTED, climate.seed_days + 1),
        date.max,
    ):
        growth = read(EMPTY, day, planted=PLANTED, climate=climate)
        old = day > shifted(PLANTED, climate.seed_days)
        assert growth.condition is (Condition.WITHERED_SEED if old else Condition.SEED)
    for sign in [i for i in history if i.is_sign and i.participants == (JANE,)]:
        assert read(fold(EMPTY, sign), sign.day, planted=PLANTED).condition is Condition.HEALTHY
