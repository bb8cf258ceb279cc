"""What patterns over a sentence's row are made of: the people, what may stand around a verb, and how a sentence begins.

A row (`sentence.Sentence.row`) is small words with one space between, and a sign for what was understood already: P0 a
contact, C0 a name nobody has, D0 a day, T0 an hour, U0 a length of time. Two rules make the pieces fit together: what may
be absent brings the space after it (`{ADVERBS}met`), and what must be there brings none (`met {THEM}`).
"""

from __future__ import annotations

from gardener.capture.lexicon import NOUNS, THEIRS

SIGN = r"[DTU]\d+"
"""A day, an hour, a length of time."""
NAME = r"[PC]\d+"
"""Somebody, known or not."""

# People

_OWNED = (
    r"(?:my|her|his|their|our|the|a|an|another|fellow|new|old|former|dear|one of my)"
    r" (?:(?!of\b|from\b|at\b|in\b|to\b|with\b|for\b|on\b)[a-z0-9-]+ ){0,4}?(?:called |named |, )?"
)
"""'my old friend ', 'a former colleague called '."""
_THROUGH = rf"{NAME} 's (?:[a-z-]+ ){{1,3}}(?:called |named |, )?"
"""'P0 's sister '."""
_TITLED = r"(?:both|all|mr|ms|mrs|dr|prof) (?:of )?"
_EMPLOYED = rf"(?: (?:from|of|at|@|over at) (?:the )?{NAME}(?= (?:and|,|&|\+)))?(?: \( [^)]*\))?"
"""' from C1' within a list of names, ' ( product )': it tells who they are, and is nobody."""
_ONE = rf"(?:(?:{_OWNED}|{_THROUGH}|{_TITLED})?{NAME}{_EMPLOYED}(?! 's))"
_AND = r"(?: , and| , &| and| &| \+| /| plus| as well as| along with| together with| with)"
_ENDS_A_LIST = (
    r"(?=$| (?:[,.;:!?()—–&+/-]|and|plus|[DTU]\d+|at|on|in|for|about|re|over|to|with|from|via|by|after|before|last|this"
    r"|both|all|together)(?: |$))"
)
_THEIR_VERB = (
    "(?:" + "|".join(words for _, words in THEIRS)
    + r"|will|would|is|was|has|had|said|wants?|knows?|can|could|should|joined|came|and i)\b"
)  # fmt: skip
WHO = rf"{_ONE}(?: , {_ONE}{_ENDS_A_LIST}|{_AND} {_ONE}(?! {_THEIR_VERB}))*"
"""One name or several. With a verb of its own behind it a name begins something new: 'with Bob, Jane could not come'."""
WHOM = rf"{_ONE}(?:(?:{_AND}| ,) {_ONE})*"
"""The same where a verb of theirs may follow: 'Bob and Jane wrote to me'."""

# Around a verb

ADVERBS = (
    rf"(?:(?:{SIGN}|,|back|again|briefly|quickly|finally|just|also|together|up|out|both|over|away|for|a bit|a little|a while"
    r"|long|once|twice|unexpectedly|spontaneously|very|really|properly|informally|personally|directly|privately|recently"
    r"|formally|at length|at last) )*"
)
HAVE = (
    r"(?:(?:have|had|'ve|'d|did|just|finally|also|then|briefly|quickly|recently|actually|already|unexpectedly|accidentally"
    r"|got to|managed to) )*"
)
"""What may stand between whoever did it and the verb: ''ve finally '."""
DETERMINER = r"(?:(?:a|an|the|another|my|our|her|his|their|some|two|off a) )?"
FEW = (
    r"(?:(?!with\b|to\b|from\b|by\b|and\b|about\b|regarding\b|re\b|for\b|on\b|in\b|at\b|of\b|after\b|before\b|via\b|over\b"
    r"|because\b|that\b|no\b)(?:[DTU]\d+|[a-z0-9][a-z0-9'-]*|[a-z]) ){0,5}?"
)
"""A few words before a noun, which belong to it: 'long overdue '."""
NEAR = r"(?:(?!with\b|w/|to\b|from\b|and\b|[PC]\d|[.;!?] )[^ ]+ ){0,7}?"
"""The way from a deed to its people, past nobody else."""
GAP = r"(?:(?![.;!?] |she\b|he\b|they\b|i\b|who\b|but\b|because\b|and (?:she|he|they|i)\b)[^ ]+ ){0,9}?"
"""The same, wider: past anybody, but not into what somebody else does."""
NOUN = "(?P<noun>" + "|".join(f"(?:{words})" for _, words in NOUNS) + ")"
"""A word that tells a kind: 'coffee', 'phone call'."""
WITH = r"(?:with|w/|w|alongside|together with|feat|between me and|between us and)"
TO_OR_WITH = r"(?:(?:with|to|w/|into|in on|by|for) )?"
NOT_AT_ANYBODY = rf"(?! (?:(?:to|with|about|for|and) )?{NAME})"
TO_ME = r"(?:me|us|to me|to us|for me|my \w+(?: \w+)?|to my \w+(?: \w+)?|on my \w+(?: \w+)?)"

# How a sentence begins

START = (
    rf"^(?:(?:{SIGN}|,|:|-|and|then|also|so|just|finally|ok|well|had to|note|log|today|again|after that|later|afterwards"
    r"|earlier|great|good|i think|it was|there was|at last|had a|by chance|unexpectedly|briefly|quickly|'s|my|our|a|an) )*"
)
I_DID = rf"{START}(?:(?:i|we|me) {HAVE})?"
"""I, or nobody, as in a diary: 'we finally met P0', 'met P0'."""
I_HAVE = rf"{START}(?:i |we )?{HAVE}"
"""The same where 'have' may stand without me: 'have heard from P0'."""
THEY = rf"{START}(?P<who>{WHOM})"
THEY_DID = rf"{THEY} {HAVE}"
THEM = rf"(?P<who>{WHO})"
THEIR = rf"(?P<who>{NAME}) 's"
"""'P0 's': somebody of whom something is told."""
