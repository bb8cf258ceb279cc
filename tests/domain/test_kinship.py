"""The kind of a tie is read from tags, title and how somebody came, and what says so is named."""

from __future__ import annotations

from datetime import date

import pytest

from gardener.domain.contact import Contact
from gardener.domain.interaction import Kind as Exchange
from gardener.domain.kinship import Kind, Tie, tie_of


def somebody(**more: object) -> Contact:
    return Contact(id="a", name="Jane Miller", created=date(2026, 3, 1), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("family", Kind.FAMILY),
        ("Mentor", Kind.MENTOR),
        ("neighbour", Kind.FRIEND),
        ("former colleague", Kind.FORMER_COLLEAGUE),
        ("ex-colleague", Kind.FORMER_COLLEAGUE),
        ("hiring-manager", Kind.HIRING_MANAGER),
        ("headhunter", Kind.RECRUITER),
        ("Alumni", Kind.ALUMNUS),
        ("class of 2009", Kind.ALUMNUS),
        ("client", Kind.CLIENT),
        ("job fair", Kind.EVENT),
        ("met at PyCon", Kind.EVENT),
    ],
)
def test_a_tag_says_the_kind(tag: str, kind: Kind) -> None:
    assert tie_of(somebody(tags=("boston", tag))) == Tie(kind, "tag", tag)


@pytest.mark.parametrize("tag", ["familiar", "befriend", "talented", "through Jane", "", "colleges of art"])
def test_a_tag_that_only_looks_like_it_says_nothing(tag: str) -> None:
    assert tie_of(somebody(tags=(tag,))) is None


def test_the_nearest_tie_holds_whatever_the_order_of_the_tags() -> None:
    for tags in (("recruiter", "friend"), ("friend", "recruiter")):
        assert tie_of(somebody(tags=tags, introduced_by="b")) == Tie(Kind.FRIEND, "tag", "friend")


def test_without_a_tag_the_title_then_how_they_came() -> None:
    assert tie_of(somebody(title="Senior Recruiter")) == Tie(Kind.RECRUITER, "title", "Senior Recruiter")
    assert tie_of(somebody(title="Talent Acquisition Lead")) == Tie(
        Kind.RECRUITER, "title", "Talent Acquisition Lead"
    )
    assert tie_of(somebody(title="Engineer", introduced_by="b"), Exchange.EVENT) == Tie(
        Kind.INTRODUCED, "introduced"
    )
    assert tie_of(somebody(), Exchange.EVENT) == Tie(Kind.EVENT, "event")
    assert tie_of(somebody(), introduced=True) == Tie(Kind.INTRODUCED, "introduced")
    assert tie_of(somebody(), Exchange.MEETING) is None
