"""What a person can do: each deed is asked of a Garden and answers with a Changeset, a Refusal or a Caution.

Nothing here changes anything: the session carries a Changeset out. May import the rest of the domain only.
Start at `history.py` (logging an interaction, where the guards speak); `contacts.py`, `beds.py`, `plans.py`,
`opportunities.py`, `introductions.py`, `seasons.py`, `batches.py` and `sample_garden.py` are its siblings.

A deed's module is read when the deed is first asked for: a start of the program asks for hardly any.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gardener.domain.deeds.batches import TakenBack, choose, done_for_today, take_back
    from gardener.domain.deeds.beds import leave_alone, move, rest, wake
    from gardener.domain.deeds.captured import Captured, capture
    from gardener.domain.deeds.checkin import (
        also_closed,
        begin_winter,
        close_item,
        end_winter,
        plan_thanks,
        put_off_item,
    )
    from gardener.domain.deeds.contacts import (
        add,
        add_common,
        add_note,
        choose_species,
        edit,
        edited_list,
        remove,
    )
    from gardener.domain.deeds.history import consider, default_direction, edit_log, log, remove_log
    from gardener.domain.deeds.introductions import edit_introduction, introduce, remove_introduction
    from gardener.domain.deeds.opportunities import (
        add_opportunity,
        add_step,
        add_target,
        edit_opportunity,
        remove_opportunity,
        remove_step,
        remove_target,
    )
    from gardener.domain.deeds.plans import dismiss, edit_plan, plan, plan_done, remove_plan
    from gardener.domain.deeds.sample_garden import leave_sample, sample_contacts
    from gardener.domain.deeds.seasons import (
        end_season,
        pause_season,
        remove_season,
        rename_season,
        resume_season,
        start_season,
    )
    from gardener.domain.deeds.soils import learn_soil, reset_soil, soil_is_due
    from gardener.domain.deeds.talks import after_talk

__all__ = [
    "Captured",
    "TakenBack",
    "add",
    "add_common",
    "add_note",
    "add_opportunity",
    "add_step",
    "add_target",
    "after_talk",
    "also_closed",
    "begin_winter",
    "capture",
    "choose",
    "choose_species",
    "close_item",
    "consider",
    "default_direction",
    "dismiss",
    "done_for_today",
    "edit",
    "edit_introduction",
    "edit_log",
    "edit_opportunity",
    "edit_plan",
    "edited_list",
    "end_season",
    "end_winter",
    "introduce",
    "learn_soil",
    "leave_alone",
    "leave_sample",
    "log",
    "move",
    "pause_season",
    "plan",
    "plan_done",
    "plan_thanks",
    "put_off_item",
    "remove",
    "remove_introduction",
    "remove_log",
    "remove_opportunity",
    "remove_plan",
    "remove_season",
    "remove_step",
    "remove_target",
    "rename_season",
    "reset_soil",
    "rest",
    "resume_season",
    "sample_contacts",
    "soil_is_due",
    "start_season",
    "take_back",
    "wake",
]

_HOMES = {
    "batches": (
        "TakenBack",
        "choose",
        "done_for_today",
        "take_back",
    ),
    "beds": (
        "leave_alone",
        "move",
        "rest",
        "wake",
    ),
    "captured": (
        "Captured",
        "capture",
    ),
    "checkin": (
        "also_closed",
        "begin_winter",
        "close_item",
        "end_winter",
        "plan_thanks",
        "put_off_item",
    ),
    "contacts": (
        "add",
        "add_common",
        "add_note",
        "choose_species",
        "edit",
        "edited_list",
        "remove",
    ),
    "history": (
        "consider",
        "default_direction",
        "edit_log",
        "log",
        "remove_log",
    ),
    "introductions": (
        "edit_introduction",
        "introduce",
        "remove_introduction",
    ),
    "opportunities": (
        "add_opportunity",
        "add_step",
        "add_target",
        "edit_opportunity",
        "remove_opportunity",
        "remove_step",
        "remove_target",
    ),
    "plans": (
        "dismiss",
        "edit_plan",
        "plan",
        "plan_done",
        "remove_plan",
    ),
    "sample_garden": (
        "leave_sample",
        "sample_contacts",
    ),
    "seasons": (
        "end_season",
        "pause_season",
        "remove_season",
        "rename_season",
        "resume_season",
        "start_season",
    ),
    "soils": (
        "learn_soil",
        "reset_soil",
        "soil_is_due",
    ),
    "talks": ("after_talk",),
}
"""By module, the deeds that others may ask for."""


def __getattr__(name: str) -> object:
    for module, deeds in _HOMES.items():
        if name in deeds:
            deed = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
            return deed
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
