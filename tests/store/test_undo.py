"""Whatever is done, undone and done again, here or after a restart, gives back exactly what was (property 7)."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from gardener.domain.contact import Contact
from gardener.domain.interaction import Interaction
from gardener.domain.records import Source
from gardener.store import GardenFile
from tests.store.worlds import Keeper, World, contents, deeds


class Gardening(RuleBasedStateMachine):
    """Deeds, undo, redo and restarts in any order, against a plain model of what the file should hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "my.garden"
        self.keeper = Keeper(GardenFile.create(self.path))
        self.worlds = [World()]
        self.at = 0

    @rule(data=st.data())
    def do(self, data: st.DataObject) -> None:
        changeset = data.draw(deeds(self.worlds[self.at]))
        self.keeper.carry_out(changeset, "do")
        self.worlds[self.at + 1 :] = [self.worlds[self.at].after(changeset)]
        self.at += 1

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        self.keeper.undo()
        self.at -= 1

    @precondition(lambda self: self.at + 1 < len(self.worlds))
    @rule()
    def redo(self) -> None:
        self.keeper.redo()
        self.at += 1

    @rule()
    def restart(self) -> None:
        before = self.keeper.garden
        self.keeper.file.close()
        self.keeper = Keeper(GardenFile.open(self.path))
        assert self.keeper.garden == before

    @invariant()
    def the_file_holds_what_it_should(self) -> None:
        world, file = self.worlds[self.at], self.keeper.file
        garden = file.load()
        assert garden == self.keeper.garden
        assert {id_: plant.contact for id_, plant in garden.plants.items()} == {
            c.id: c for c in world.all(Contact)
        }
        assert {i.id: i for i in file.interactions()} == {i.id: i for i in world.all(Interaction)}
        assert [file.source(row.id) for row in file.sources()] == world.all(Source)
        assert (file.undoable() is None) == (self.at == 0)
        assert (file.redoable() is None) == (self.at + 1 == len(self.worlds))

    def teardown(self) -> None:
        try:
            assert self.keeper.file.check().problems == ()
            for _ in range(self.at):
                self.keeper.undo()
            emptied = self.keeper.file.load()
            assert contents(emptied) == contents(type(emptied)())
            for table in ("interactions", "participants", "gives", "sources", "ties", "contact_values"):
                rows = self.keeper.file._connection.execute(f"SELECT count(*) FROM {table}").fetchone()
                assert rows == (0,), table
        finally:
            self.keeper.file.close()
            self.folder.cleanup()


TestGardening = Gardening.TestCase
TestGardening.settings = settings(
    max_examples=25,
    stateful_step_count=12,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_a_new_deed_drops_what_was_undone(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, GardenFile.create(Path(folder) / "my.garden") as file:
        keeper = Keeper(file)
        first, second = data.draw(deeds(World())), data.draw(deeds(World()))
        keeper.carry_out(first, "do")
        keeper.undo()
        keeper.carry_out(second, "do")
        assert file.redoable() is None
        assert [deed.what for deed in file.deeds()] == [second.what]
        assert file.undoable() == (1, second)
