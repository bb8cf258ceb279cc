"""One open garden, without Qt; alone opens the store.

Start at `session.py` (perform, undo, redo); `reading.py` is what can be asked of it, `imports.py` what comes in from
other programs, `heard.py` what a deed leaves behind.
"""

from gardener.exchange.input_file import InputFile
from gardener.session.heard import Deed, Done, Forgotten, Heard
from gardener.session.session import Session
from gardener.store import DeedRow, FileProblem

__all__ = ["Deed", "DeedRow", "Done", "FileProblem", "Forgotten", "Heard", "InputFile", "Session"]
