"""How well the growth model foresees signs in real histories, beside simple rivals: `packaging/dev.py bench growth`.

Standard output gets one JSON object, standard error the tables; README.md beside this file tells the protocol, the
figures and what was tried and rejected. Needs numpy, scipy and scikit-learn (packaging/requirements/bench.txt).
Start at `command` (the run), then `protocols` (who learns from what), `rows` (what is known of a pair on a cut
day), `methods` (who is compared).
"""
