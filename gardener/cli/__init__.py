"""The command line: the same deeds as the window, for scripts and for tests; no Qt.

May import everything below `app` (and `pictures`, inside a function, for what draws one). A command is one row of a
table: its words, its arguments and a function from a `Call` to a `Reply`. Start at `command.py`, then `runner.py` (from
the arguments to the exit status); the families are `contacts`, `interactions`, `beds`, `plans`, `looking`, `imports`,
`past`, `upkeep` and `choices`; `json_view` (with `json_round`, `json_why`, `json_conversions` and `json_forecast`) and
`text_view` show the values.
"""
