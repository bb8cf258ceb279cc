"""The garden on disk: one SQLite file, read with the standard library and written in single transactions.

Imports the domain downward and SQLAlchemy's Core inside, on the first write only (`writing`, `schema`); Alembic only
when a file needs a migration. Nothing else speaks SQL, and only the session imports this package. Start at
`garden_file.py` (the file as an object), then `rows.py` (values as rows), `reading.py` and `writing.py`.
"""

from gardener.store.garden_file import GardenFile
from gardener.store.history import DeedRow
from gardener.store.problems import FileProblem, Inconsistent, Stale
from gardener.store.reading import SourceRow

__all__ = ["DeedRow", "FileProblem", "GardenFile", "Inconsistent", "SourceRow", "Stale"]
