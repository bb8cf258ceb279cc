"""The quiet lines above the garden: that this is a sample, and the one question who I am."""

from __future__ import annotations

SAMPLE = "This is a sample garden; its people are invented."
SAMPLE_SHORT, SAMPLE_OWN_SHORT = "Sample garden", "In part a sample"
SAMPLE_OWN = "Part of this garden is the sample; its people are invented. Your own stay when you leave it."
LEAVE = "Leave it"

WHO = "Which names and addresses are yours? Then your own mail is told from theirs."
WHO_SHORT = "Which names and addresses are yours?"
SAY_WHO = "Say who I am…"
NOT_NOW = "Not now"
WHO_NAME = "A question, asked once"
