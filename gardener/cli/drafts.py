"""check-draft: a message looked over before it is sent."""

from __future__ import annotations

import argparse
import sys

from gardener.cli import arguments, json_view, text_view
from gardener.cli.command import DONE, WARNED, Answer, Call, Command, Reply
from gardener.domain.changes import Refusal
from gardener.words import command_line, drafts


def _arguments(parser: argparse.ArgumentParser) -> None:
    arguments.one_name(parser)
    parser.add_argument("text", metavar="TEXT", nargs="*", help=command_line.OPTIONS["draft-text"])


def _check_draft(call: Call) -> Answer:
    from gardener.capture.draft_check import check_draft

    contact = call.find(call.typed.name)
    if isinstance(contact, Refusal):
        return contact
    text = " ".join(call.typed.text)
    if text in ("", "-"):
        text = sys.stdin.read()
    if not text.strip():
        return Refusal("capture-empty")
    check = check_draft(text, call.session.seen, contact.id, call.today)
    lines: list[str] = []
    found = []
    for each in check.findings:
        sentence, rule = drafts.finding(each.code, each.facts)
        found.append({"code": each.code, "well": each.well, "says": sentence, "rule": rule, **each.facts})
        lines.append(f"{' ' if each.well else '!'} {sentence}")
        lines += text_view.wrapped(rule, indent=4) if rule and not each.well else []
    lines += ["", *text_view.guard_lines(contact.name, check.verdict, call.today)]
    asks = [{"kind": str(ask.kind), "sentence": ask.sentence, "text": ask.text} for ask in check.asks]
    shown = json_view.Contacts(call.session.seen, call.today)
    return Reply(
        json={
            "contact": shown(contact.id),
            "draft": {
                "words": check.words,
                "sentences": check.sentences,
                "asks": asks,
                "about_me": check.about_me,
                "findings": found,
            },
            "guard": json_view.guard(check.verdict),
        },
        lines=lines,
        status=WARNED if check.verdict.warns else DONE,
    )


COMMANDS = (Command(name="check-draft", arguments=_arguments, run=_check_draft),)
