"""The parts of `packaging/dev.py`. Start at `steps`, then `environment` for `run`, `stages` for `test`.

Standard library only, and no import of gardener: these modules run before anything is installed.
"""
