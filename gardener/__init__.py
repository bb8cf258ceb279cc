"""Gardener: the people one looks for work through, seen as a garden. See gardener/README.md for the plan of the house."""

__version__ = "0.1.0"
