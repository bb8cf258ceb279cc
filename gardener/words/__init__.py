"""Every sentence a person reads, for the window and the command line alike.

May import `settings` and the `domain`; takes values and answers with plain text, never with HTML.
Start at `refusals.py` and `guards.py`.
"""
