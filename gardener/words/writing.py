"""What is said around writing to somebody: before the mail program opens, and the question afterwards."""

from __future__ import annotations

TITLE = "Write to {name}"
OPEN = {"mail": "Open mail program", "phone": "Call", "page": "Open the page"}
OPEN_ANYWAY = {"mail": "Write anyway", "phone": "Call anyway", "page": "Open anyway"}
COPY = "Copy it"
WAIT = "Wait"
CLOSE = "Close"
LOG_IT = "Already sent: log it"
MEANS = "By"
ASK = "I ask for"
NO_MEANS = "No address is kept here. Log it once you have written, or add an address with E."
NO_PROGRAM = "No program opened. Copied instead: "
COPIED = "Copied: "

SENT = {
    "mail": "Was your mail to {name} sent?",
    "phone": "Did you call {name}?",
    "page": "Was your message to {name} sent?",
}
NOT_YET_SENT = "Not yet written to {name}."
YES, NOT_YET, NO = "Yes, log it", "Not yet", "No"
NAME = "A question about {name}"


def title(name: str) -> str:
    """'Write to Jane Miller'."""
    return TITLE.format(name=name)


def sent(way: str, name: str) -> str:
    """The question afterwards."""
    return SENT[way].format(name=name)


def not_yet(name: str) -> str:
    """What stands there until it is answered."""
    return NOT_YET_SENT.format(name=name)
