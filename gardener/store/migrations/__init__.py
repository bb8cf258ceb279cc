"""One Alembic script per schema version, named for it; each brings a file of the version before to its own.

A script is frozen once released and imports nothing of the program: it must do the same for ever. The newest schema
also stands in `schema.py`; a test holds that the chain from the first script on leads there. `migrate.py` runs them.
"""
