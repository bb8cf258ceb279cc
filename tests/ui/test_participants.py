"""Several people at once: an evening with eight is one entry."""

from __future__ import annotations

import pytest

from gardener.ui.log_form import LogForm
from gardener.ui.participants import several
from tests.ui.conftest import Stand


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann", ["Ann"]),
        ("Ann, Ben; Cleo and Dan & Eve", ["Ann", "Ben", "Cleo", "Dan", "Eve"]),
        ("Andy Sand, Brandy", ["Andy Sand", "Brandy"]),
        (" , ;", []),
    ],
)
def test_a_list_of_names(text: str, names: list[str]) -> None:
    assert several(text) == names


def test_an_evening_with_eight_is_one_entry(stand: Stand) -> None:
    names = ["Ann", "Ben", "Cleo", "Dan", "Eve", "Fay", "Gil", "Miller, Hal"]
    ids = [stand.add(name) for name in names]
    stand.choose(ids[0])
    stand.trigger("log")
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    form.people.field.setText("Ben, Cleo, Dan and Eve; Fay, Gil")
    assert form.people.take()
    form.people.field.setText("Miller, Hal")
    assert form.people.take(), "a name with a comma is one name"
    form._primary.click()
    (one,) = {
        interaction.id: interaction for id_ in ids for interaction in stand.session.history(id_)
    }.values()
    assert one.participants == tuple(ids)


def test_whom_it_does_not_know_stays_in_the_field(stand: Stand) -> None:
    ann, ben = stand.add("Ann"), stand.add("Ben")
    stand.choose(ann)
    stand.trigger("log")
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    form.people.field.setText("Ben, Nobody Known")
    assert not form.people.take()
    assert form.people.ids == (ann, ben)
    assert form.people.field.text() == "Nobody Known"
    assert "Nobody Known" in form.fields.wrongs()
