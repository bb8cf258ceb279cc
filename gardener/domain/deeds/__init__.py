"""What a person can do: each deed is asked of a Garden and answers with a Changeset, a Refusal or a Caution.

Nothing here changes anything: the session carries a Changeset out. May import the rest of the domain only.
Start at `history.py` (logging an interaction, where the guards speak); `contacts.py`, `beds.py` and `batches.py`
are its siblings.
"""

from gardener.domain.deeds.batches import TakenBack, choose, done_for_today, reset_choice, take_back
from gardener.domain.deeds.beds import leave_alone, move, rest, wake
from gardener.domain.deeds.contacts import add, add_common, add_note, edit, edited_list, remove
from gardener.domain.deeds.history import default_direction, edit_log, log, remove_log

__all__ = [
    "TakenBack",
    "add",
    "add_common",
    "add_note",
    "choose",
    "default_direction",
    "done_for_today",
    "edit",
    "edit_log",
    "edited_list",
    "leave_alone",
    "log",
    "move",
    "remove",
    "remove_log",
    "reset_choice",
    "rest",
    "take_back",
    "wake",
]
