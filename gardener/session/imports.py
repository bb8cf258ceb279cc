"""Files of other programs brought into an open garden, each import as one batch, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Protocol

from gardener.domain import deeds
from gardener.domain.changes import Answer, Caution, Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.records import Batch
from gardener.exchange.importing import Answers, ImportPlan, ReadFile, prepare, read_files
from gardener.exchange.input_file import InputFile
from gardener.exchange.merge import SourceKey
from gardener.session.heard import Deed, Done
from gardener.session.reading import Reading
from gardener.store import FileProblem, GardenFile


class Perform(Protocol):
    """Carries a deed out (`Session.perform`)."""

    def __call__(self, deed: Deed, *, initiator: object = None) -> Done | Refusal | Caution: ...


class Imports:
    """What comes into one open garden from other programs."""

    def __init__(self, reading: Reading, file: GardenFile, perform: Perform):
        self._reading, self._file, self._perform = reading, file, perform

    def bring(
        self,
        files: Sequence[InputFile],
        *,
        format: str | None = None,
        dry_run: bool = False,
        initiator: object = None,
    ) -> tuple[ImportPlan, Done | Refusal | Caution | None]:
        """Brings files in as one batch; with `dry_run` only says what it would bring. The plan counts and names all."""
        return self.bring_read(read_files(files, format=format), dry_run=dry_run, initiator=initiator)

    def bring_read(
        self,
        read: Sequence[ReadFile],
        *,
        dry_run: bool = False,
        initiator: object = None,
        told: Callable[[int], object] | None = None,
        answers: Answers | None = None,
    ) -> tuple[ImportPlan, Done | Refusal | Caution | None]:
        """The same of files that a format has understood already; `told` hears how many cards are matched, `answers` are
        what the person said to its questions."""
        from gardener.scene.proposal import (
            species_of,  # reads the files of the species: not before something comes in
        )

        reading = self._reading
        plan: list[ImportPlan] = []

        def bring(garden: Garden) -> Answer:
            plan[:] = [
                prepare(
                    garden,
                    read,
                    sources=self._source_keys(),
                    mint=reading.new_id,
                    today=reading.today,
                    at=reading.moment,
                    species_of=species_of,
                    told=told,
                    answers=answers,
                )
            ]
            return plan[0].changeset

        if dry_run:
            bring(reading.undisguised)
            return plan[0], None
        with suppress(FileProblem):  # what the disk refuses, the deed itself will tell
            self._file.back_up_if_changed(when=datetime.now(), at_once=True)
        done = self._perform(bring, initiator=initiator)
        return plan[0], done

    def take_back(self, batch: Batch, *, initiator: object = None) -> deeds.TakenBack | Refusal:
        """Takes an import back; the answer says what was removed, restored and kept."""
        taken: list[deeds.TakenBack | Refusal] = []

        def back(garden: Garden) -> Answer:
            taken[:] = [self._taken_back(garden, batch)]
            result = taken[0]
            return result if isinstance(result, Refusal) else result.deed

        done = self._perform(back, initiator=initiator)
        return done if isinstance(done, Refusal) else taken[0]

    def would_take_back(self, batch: Batch) -> deeds.TakenBack | Refusal:
        """What taking an import back would do now; nothing is done."""
        return self._taken_back(self._reading.undisguised, batch)

    def _taken_back(self, garden: Garden, batch: Batch) -> deeds.TakenBack | Refusal:
        changes = self._file.changes_of_batch(batch.id)
        contacts = {c.entity.id for c in changes if isinstance(c.entity, Contact)}
        return deeds.take_back(
            garden,
            garden.batches.get(batch.id, batch),
            changes,
            today=self._reading.today,
            sources=self._reading.sources_of(contacts),
            later=self._file.batch_changes_after(batch.id),
            histories={id_: self._file.history(id_) for id_ in contacts if garden.contact(id_)},
        )

    def _source_keys(self) -> tuple[SourceKey, ...]:
        rows = self._file.sources()
        return tuple(
            SourceKey(row.id, row.contact, row.key, row.digest, dict(row.said), row.format) for row in rows
        )
