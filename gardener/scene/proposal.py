"""Which species is proposed for somebody, by the kind of tie to them."""

from __future__ import annotations

from dataclasses import dataclass

from gardener.domain.contact import Contact
from gardener.domain.interaction import Kind as Exchange
from gardener.domain.kinship import Tie, tie_of
from gardener.scene.library import species_for
from gardener.scene.species import Species


@dataclass(frozen=True, slots=True)
class Proposal:
    """A species, and the tie it is proposed for."""

    species: Species
    tie: Tie


def proposal_of(
    contact: Contact, first: Exchange | None = None, *, introduced: bool = False
) -> Proposal | None:
    """Return what is proposed for a contact, or null where nothing tells the tie; `first` is how the first exchange
    with them took place, `introduced` whether an introduction to them is recorded."""
    tie = tie_of(contact, first, introduced=introduced)
    species = species_for(tie.kind) if tie is not None else None
    return Proposal(species, tie) if tie is not None and species is not None else None


def species_of(contact: Contact, first: Exchange | None = None) -> str:
    """The id of the species that is proposed for somebody new; empty, so that it falls to them, where nothing is."""
    proposal = proposal_of(contact, first)
    return proposal.species.id if proposal is not None else ""
