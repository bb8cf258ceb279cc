"""Labels: never over each other or over a plant, and who goes first when not all fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.scene.grid import Rect
from gardener.scene.labels import LEAST, Label, Rank, Wanted, fit, name_forms


def want(id_: str, x: float, *, rank: Rank = Rank.OTHER, natural: float = 70.0, y: float = 0.0) -> Wanted:
    return Wanted(id=id_, rank=rank, x=x, y=y, natural=natural, room=88.0, left=0.0, right=177.0)


numbers = st.floats(0, 400)
wishes = st.lists(
    st.builds(
        lambda **one: Wanted(**one),  # the rest as it is without a word
        id=st.uuids().map(str),
        rank=st.sampled_from([Rank.WAITING, Rank.THIRSTY, Rank.OTHER]),
        x=numbers,
        y=numbers,
        natural=st.floats(8, 200),
        room=st.floats(20, 120),
        left=st.just(0.0),
        right=st.just(400.0),
    ),
    max_size=40,
    unique_by=lambda w: w.id,
)


@given(wishes)
def test_labels_never_overlap_each_other_nor_anothers_plant(wanted: list[Wanted]) -> None:
    bodies = [(w.id, Rect(w.x - 15, w.y - 40, 30, 38)) for w in wanted]
    labels = fit(wanted, bodies, 16.0)
    for label in labels:
        assert not any(label.rect.meets(other.rect) for other in labels if other.id != label.id)
        assert not any(label.rect.meets(body) for owner, body in bodies if owner != label.id)
        natural = next(w.natural for w in wanted if w.id == label.id)
        assert min(natural, LEAST) <= label.rect.w <= natural
        assert label.rect.x >= -1e-6
        assert label.rect.right <= 400.0 + 1e-6


@given(wishes, st.data())
def test_the_selected_one_always_stays_and_nobody_lies_over_it(
    wanted: list[Wanted], data: st.DataObject
) -> None:
    chosen = Wanted(
        id="me", rank=Rank.SELECTED, x=200.0, y=200.0, natural=120.0, room=18.0, left=0.0, right=400.0
    )
    at = data.draw(st.integers(0, len(wanted)))
    labels = fit([*wanted[:at], chosen, *wanted[at:]], [], 16.0)
    mine = next(label for label in labels if label.id == "me")
    assert mine.rect.w == 120.0, "with its whole name"
    assert not any(mine.rect.meets(other.rect) for other in labels if other.id != "me")


def ids(labels: list[Label]) -> set[str]:
    return {label.id for label in labels}


def test_others_go_first_then_the_thirsty_then_the_waiting() -> None:
    crowd = [
        want("other", 44.0),
        want("thirsty", 46.0, rank=Rank.THIRSTY),
        want("waiting", 48.0, rank=Rank.WAITING),
    ]
    assert ids(fit(crowd, [], 16.0)) == {"waiting"}
    assert ids(fit(crowd[:2], [], 16.0)) == {"thirsty"}
    assert ids(fit([*crowd, want("me", 45.0, rank=Rank.SELECTED)], [], 16.0)) == {"me"}


def test_a_long_name_takes_the_room_beside_it_only_when_nobody_else_wants_it() -> None:
    alone = fit([want("a", 60.0, natural=105.0)], [], 16.0)
    assert alone[0].rect.w == 105.0
    both = fit([want("a", 44.0, natural=105.0), want("b", 133.0, natural=105.0)], [], 16.0)
    assert ids(both) == {"a", "b"}
    assert all(label.rect.w < 105.0 for label in both)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Amara Okafor", ("Amara Okafor", "Amara O.", "Amara")),
        ("Dr. Ana  de la Cruz", ("Dr. Ana de la Cruz", "Ana de la Cruz", "Ana C.", "Ana")),
        ("J. R. Smith", ("J. R. Smith", "J. S.", "J.")),
        ("Bo Li", ("Bo Li", "Bo")),
        ("Élise E\u0301tienne", ("Élise Étienne", "Élise É.", "Élise")),
        ("Okafor, Amara", ("Okafor, Amara",)),
        ("Acme (billing)", ("Acme (billing)", "Acme")),
        (
            "Herr Max Anderer Mustermann sen.",
            ("Herr Max Anderer Mustermann sen.", "Max Anderer Mustermann", "Max M.", "Max"),
        ),
        ("Mr. John Public", ("Mr. John Public", "John Public", "John P.", "John")),
        ("Mrs Jane Doe (HR)", ("Mrs Jane Doe (HR)", "Jane Doe (HR)", "Jane D.", "Jane")),
        (
            "Prof. Dr. med. Ana Ruiz, PhD, MBA",
            ("Prof. Dr. med. Ana Ruiz, PhD, MBA", "Ana Ruiz", "Ana R.", "Ana"),
        ),
        ("Sr. Juan Gómez III", ("Sr. Juan Gómez III", "Juan Gómez", "Juan G.", "Juan")),
        ("Dr. Smith", ("Dr. Smith", "Smith")),
        ("Amartya Sen", ("Amartya Sen", "Amartya S.", "Amartya")),
        ("Dr.", ("Dr.",)),
        ("山田太郎", ("山田太郎",)),
        ("", ("",)),
    ],
)
def test_a_name_shortens_to_the_first_name_with_an_initial(name: str, forms: tuple[str, ...]) -> None:
    assert name_forms(name) == forms


@given(st.text(max_size=60))
def test_forms_of_a_name_get_shorter_and_never_fail(name: str) -> None:
    forms = name_forms(name)
    assert len(set(forms)) == len(forms) >= 1
    assert [len(form) for form in forms] == sorted((len(form) for form in forms), reverse=True)


def test_a_name_takes_a_shorter_form_before_it_is_elided() -> None:
    both = [
        Wanted(id=id_, rank=Rank.OTHER, x=x, y=0.0, natural=94.0, room=88.0, left=0.0, right=177.0, shorter=(64.0, 50.0))
        for id_, x in (("a", 44.0), ("b", 133.0))
    ]  # fmt: skip
    assert [label.rect.w for label in fit(both, [], 16.0)] == [94.0, 64.0], (
        "the one whole, the other its short form"
    )
    assert [label.rect.w for label in fit([both[0]], [("b", Rect(90.0, -30.0, 87.0, 60.0))], 16.0)] == [64.0]


def test_two_of_one_name_are_shortened_alike_and_the_selected_one_stays_whole() -> None:
    def wanted(id_: str, x: float, rank: Rank = Rank.OTHER) -> Wanted:
        return Wanted(
            id=id_, rank=rank, x=x, y=0.0, natural=94.0, room=88.0, left=0.0, right=177.0, shorter=(64.0, 50.0), alike="n"
        )  # fmt: skip

    assert [label.rect.w for label in fit([wanted("a", 44.0), wanted("b", 133.0)], [], 16.0)] == [64.0, 64.0]
    one = fit([wanted("a", 44.0, Rank.SELECTED), wanted("b", 133.0)], [], 16.0)
    assert [label.rect.w for label in one] == [94.0, 64.0]
