"""The window: docks, forms and dialogs around the picture of the garden.

May import scene, session, words, settings and domain; nothing below imports it. Docks, dialogs and views do not know
each other: `main_window` puts them together, `selection` says whose plant is chosen, `bridge` speaks with the session,
and `table` names every command once, made into `actions`, carried out by `commands`. Start at `main_window.py`.
"""
