"""One card at a time: every shape that other programs write, in made-up cards."""

from __future__ import annotations

import base64

import pytest

from gardener.exchange.card import Card, Reading, Skipped
from gardener.exchange.reading import read


def reading(*lines: str, version: str = "3.0") -> Reading:
    text = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    found = read("some.vcf", text.encode())
    assert isinstance(found, Reading)
    return found


def card(*lines: str, version: str = "3.0") -> Card:
    found = reading(*lines, version=version)
    assert len(found.cards) == 1
    return found.cards[0]


def people(text: str | bytes) -> Reading:
    found = read("some.vcf", text.encode() if isinstance(text, str) else text)
    assert isinstance(found, Reading)
    return found


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["N:Miller;Jane;;;", "FN:Jane Q. Miller"], "Jane Q. Miller"),
        (["N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D."], "Dr. John Philip Paul Stevenson Jr., M.D."),
        (["FN:", "N:Miller;Jane"], "Jane Miller"),
        (["N:;;;;", "NICKNAME:Jo"], "Jo"),
        (["ORG:Acme\\, Inc.;Sales"], "Acme, Inc."),
        (["EMAIL:jo@localhost"], "jo@localhost"),
        (["TEL:tel:+1-555-0100"], "+1-555-0100"),
        (["IMPP:xmpp:jo@example.org"], "xmpp:jo@example.org"),
        (["ADR:;;1 Main Street;Town;;;"], "1 Main Street, Town"),
        (["N;LANGUAGE=en;SORT-AS=\"Harten,Rene\":van der Harten;Rene;;;"], "Rene van der Harten"),
        (["item1.FN:  Spaced\\n  Name "], "Spaced Name"),
    ],
)  # fmt: skip
def test_a_card_is_named_by_the_best_it_has(lines: list[str], name: str) -> None:
    assert card(*lines).name == name


def test_names_of_seven_fields_keep_second_surname_and_generation() -> None:
    assert card("N:García;Ana;;;;Márquez;", version="4.0").name == "Ana García Márquez"
    assert card("N:Doe,Roe;Jo;;;Jr.;Roe;Jr.", version="4.0").name == "Jo Doe Roe Jr."


def test_the_first_organisation_counts_and_its_units_are_the_department() -> None:
    found = card("FN:Jo", "ORG:Apple\\, Inc;Server Team;Disks", "ORG:Other")
    assert (found.org, found.department) == ("Apple, Inc", "Server Team, Disks")
    assert card("FN:Jo", "ORG:;Only Unit").org == "Only Unit"


def test_title_falls_back_to_role_whatever_comes_first() -> None:
    assert card("FN:Jo", "ROLE:Runner", "TITLE:Clerk").title == "Clerk"
    assert card("FN:Jo", "ROLE:Runner").title == "Runner"


def test_means_keep_their_order_and_are_told_once() -> None:
    found = card(
        "FN:Jo",
        "EMAIL:b@example.org",
        "EMAIL;TYPE=pref:mailto:a@example.org",
        "item1.EMAIL:b@example.org",
        "TEL;VALUE=uri:TEL:+1-555-0100;ext=7",
        "TEL:(111) 555 0101 work",
    )
    assert found.emails == ("b@example.org", "a@example.org")
    assert found.phones == ("+1-555-0100;ext=7", "(111) 555 0101 work")


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("item1.URL;type=pref:http\\://example.org/a\\,b", "http://example.org/a,b"),
        ("URL:HTTPS://de.LinkedIn.com/in/Jane-Miller/?trk=x", "https://www.linkedin.com/in/jane-miller"),
        ("item1.X-SOCIALPROFILE;type=linkedin;x-user=jane:http://www.linkedin.com/in/jane", "https://www.linkedin.com/in/jane"),
        ("X-SOCIALPROFILE;type=linkedin;x-user=Jane:x-apple:Jane", "https://www.linkedin.com/in/jane"),
        ("X-SOCIALPROFILE;type=twitter:x-apple:%40jo", "https://twitter.com/jo"),
        ("SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://example.social/@jo", "https://example.social/@jo"),
        ("X-JABBER;type=pref:jo@example.org", "xmpp:jo@example.org"),
        ("X-GOOGLE TALK;TYPE=WORK:gtalk.jo", "xmpp:gtalk.jo"),
        ("X-messaging/skype-All:jo.skype", "skype:jo.skype"),
        ("X-SKYPE-USERNAME:jo.skype", "skype:jo.skype"),
        ("IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:jo", "skype:jo"),
        ("IMPP;X-SERVICE-TYPE=Jabber:jo@example.org", "xmpp:jo@example.org"),
        ("X-ICQ:123456789", "icq:123456789"),
        ("X-MS-IMADDRESS:jo@example.org", "im:jo@example.org"),
    ],
)  # fmt: skip
def test_web_and_messaging_addresses_are_uris(line: str, url: str) -> None:
    assert card("FN:Jo", line).urls == (url,)


def test_addresses_are_one_readable_line() -> None:
    found = card(
        "FN:Jo",
        "ADR;TYPE=HOME:;;123 Home St\\nHome City\\, HM 12345;;;;",
        "ADR:PO 1;Suite 2;3 Street;Town;CA;12345;USA;;;;;;;;;;;",
        "ADR;LABEL=\"4 Lane\\nVillage\":;;;;;;",
        "ADR:5 plain line",
        "LABEL:not needed",
    )  # fmt: skip
    assert found.addresses == (
        "123 Home St, Home City, HM 12345",
        "PO 1, Suite 2, 3 Street, Town, CA, 12345, USA",
        "4 Lane, Village",
        "5 plain line",
    )
    assert card("FN:Jo", "LABEL;TYPE=WORK:6 Road\\nTown\\, CA").addresses == ("6 Road, Town, CA",)


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1980-03-22", "1980-03-22"),
        ("BDAY:19800322", "1980-03-22"),
        ("BDAY;value=date:2012-06-06", "2012-06-06"),
        ("BDAY:1953-10-15T23:10:00Z", "1953-10-15"),
        ("BDAY:19531015T231000Z", "1953-10-15"),
        ("BDAY:--0515", "--05-15"),
        ("BDAY:--05-15", "--05-15"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-15", "--05-15"),
        ("BDAY;X-APPLE-OMIT-YEAR=1700:1700-05-15", "--05-15"),
        ("BDAY:1604-05-15", "--05-15"),
        ("BDAY:0000-05-15", "--05-15"),
    ],
)
def test_birthdays_of_all_versions(line: str, birthday: str) -> None:
    found = card("FN:Jo", line)
    assert found.birthday == birthday
    assert not found.issues


@pytest.mark.parametrize(
    "said", ["19723101", "206-12-15", "circa 1800", "1985-02-30", "---15", "12/31/1985", "١٩٨٠-٠٣-٢٢"]
)
def test_a_birthday_that_is_no_day_is_an_issue(said: str) -> None:
    found = card("FN:Jo", f"BDAY:{said}")
    assert found.birthday == ""
    assert [(issue.code, issue.line) for issue in found.issues] == [("birthday", 4)]


def test_lists_split_at_bare_commas_only() -> None:
    found = card(
        "FN:Jo", "NICKNAME:Jim,Jimmie", "NICKNAME:Johny\\,JayJay", "CATEGORIES:A B,C\\,D", "CATEGORIES:E"
    )
    assert found.nicknames == ("Jim", "Jimmie", "Johny,JayJay")
    assert found.tags == ("A B", "C,D", "E")
    assert card("FN:Jo", "CATEGORIES:a;b,c", version="2.1").tags == ("a", "b", "c")


def test_notes_keep_their_lines() -> None:
    assert card("FN:Jo", "NOTE:one\\ntwo\\Nthree\\; \\\"four\\\" \\\\n", "NOTE:five").note == (
        'one\ntwo\nthree; "four" \\n\nfive'
    )  # fmt: skip


def test_unknown_escapes_stay() -> None:
    assert card("FN:Jo", "NOTE:C:\\temp").note == "C:\\temp"


def test_quoted_printable_decodes_by_its_charset_in_every_version() -> None:
    for version in ("2.1", "3.0"):
        found = card(
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg",
            "TITLE;CHARSET=Windows-1252;QUOTED-PRINTABLE:M=F6=DFlitz",
            "TEL;WORK;VOICE;utf-8;QUOTED-PRINTABLE;x-unknown:gesch=C3=A4ftlich",
            "NOTE;ENCODING=QUOTED-PRINTABLE:soft =\r\nbreak=0D=0Aand =\r\n=3D signs",
            "ORG:after",
            version=version,
        )
        assert (found.name, found.title, found.phones) == ("Jörg", "Mößlitz", ("geschäftlich",))
        assert found.note == "soft break\nand = signs"
        assert found.org == "after"


def test_quoted_printable_without_charset_is_utf8_or_western() -> None:
    assert card("FN;QUOTED-PRINTABLE:J=C3=B6rg").name == "Jörg"
    assert card("FN;QUOTED-PRINTABLE:Reid=92s").name == "Reid’s"


def test_quoted_printable_with_a_double_byte_charset() -> None:
    octets = "".join(chr(b) if 48 <= b < 123 and b != 61 else f"={b:02X}" for b in "ソ表".encode("shift_jis"))
    assert card(f"FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:{octets}", version="2.1").name == "ソ表"


def test_quoted_printable_around_plain_letters_beyond_ascii() -> None:
    assert card("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jörg Gr=C3=BCn").name == "Jörg Grün"


def test_an_unknown_charset_is_an_issue_and_not_the_end() -> None:
    found = card("FN;CHARSET=Murks;ENCODING=QUOTED-PRINTABLE:M=F6=DFlitz")
    assert found.name == "Mößlitz"
    assert [(issue.code, issue.excerpt) for issue in found.issues] == [("charset", "Murks")]


def test_charsets_that_are_no_encodings_of_text_are_not_tried() -> None:
    for name in ("unicode_escape", "idna", "punycode", "rot13", "zlib", "undefined", "../etc", "x" * 500):
        assert card(f"FN;CHARSET={name};ENCODING=QUOTED-PRINTABLE:J=C3=B6rg").name == "Jörg", name


def test_backslash_n_in_quoted_printable_of_2_1_is_no_line_break() -> None:
    assert card("FN:Jo", "NOTE;ENCODING=QUOTED-PRINTABLE:C:\\new", version="2.1").note == "C:\\new"
    assert card("FN:Jo", "NOTE:one\\ntwo", version="2.1").note == "one\ntwo"


def test_text_in_base64_is_read() -> None:
    coded = base64.b64encode("Grüße".encode()).decode()
    assert card("FN:Jo", f"NOTE;ENCODING=B:{coded}").note == "Grüße"
    assert [i.code for i in card("FN:Jo", "NOTE;ENCODING=BASE64:abcde").issues] == ["encoding"]


def test_photos_live_in_the_raw_lines_only() -> None:
    found = card("FN:Jo", "PHOTO;BASE64:", "  /9j/4AAQ", "  SkZJRg==", "EMAIL:jo@example.org")
    assert found.raw.split("\n") == [
        "VERSION:3.0", "FN:Jo", "PHOTO;BASE64: /9j/4AAQ SkZJRg==", "EMAIL:jo@example.org",
    ]  # fmt: skip
    assert found.emails == ("jo@example.org",)


def test_base64_that_is_not_indented_belongs_to_its_photo() -> None:
    found = card(
        "FN:Jo", "PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/", "4AAQSkZJRg==", "", "NOTE:after", version="2.1"
    )
    assert found.note == "after"
    assert not found.issues
    assert "PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQSkZJRg==" in found.raw


def test_quoted_parameters_may_hold_colons_semicolons_and_escaped_quotes() -> None:
    found = card(
        'ADR;LABEL="1 Lane: back; door";TYPE="work,home":;;1 Lane;Town;;;',
        'ADR;LABEL="the \\"Mill\\": yard":;;2 Lane;Town;;;',
        'ADR;X-PATH="C:\\":;;3 Lane;Town;;;',
        'ADR;X-OPEN="never closed:;;4 Lane;Town;;;',
        "FN:Jo",
    )
    assert found.addresses == ("1 Lane, Town", "2 Lane, Town", "3 Lane, Town", "4 Lane, Town")


def test_caret_escapes_of_parameters() -> None:
    assert card("FN:Jo", "ADR;LABEL=1 Lane^nTown ^'A^' 2^^:;;;;;;").addresses == ('1 Lane, Town "A" 2^',)


def test_companies_and_groups_are_marked() -> None:
    assert card("FN:Acme", "X-ABShowAs:COMPANY").company
    assert card("FN:Acme", "KIND:org", version="4.0").company
    assert not card("FN:Jo", "KIND:individual", version="4.0").company
    members = card("FN:Friends", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1")
    assert members.group
    assert members.name == "Friends"


def test_a_line_that_says_nothing_is_an_issue_with_its_number() -> None:
    found = card("FN:Jo", "what is this", "EMAIL:jo@example.org", ":no name", "--+TEL;type=WORK:1-555")
    assert [(i.line, i.code, i.excerpt) for i in found.issues] == [
        (4, "no-colon", "what is this"),
        (7, "odd-name", "--+TEL;type=WORK:1-555"),
    ]  # fmt: skip
    assert (found.emails, found.phones) == (("jo@example.org",), ("1-555",))


def test_issues_of_one_card_have_an_end() -> None:
    found = card("FN:Jo", *["nothing"] * 500)
    assert len(found.issues) == 101
    assert found.issues[-1].code == "more"


def test_text_is_harmless_and_cut_to_its_limit() -> None:
    found = card("FN:A\u202eb\u200bc\x07d e\u0301", "ORG:" + "o" * 1_100_000, "NOTE:" + "n" * 70_000)
    assert found.name == "Abcd é"
    assert len(found.org) == 1024 * 1024
    assert len(found.note) == 64 * 1024
    assert [i.code for i in found.issues] == ["cut", "cut"]
    assert len(card("FN:" + "x" * 600).name) == 500


def test_a_card_with_neither_name_nor_means_is_skipped() -> None:
    found = people("BEGIN:VCARD\nUID:7\nBDAY:2003-12-09\nEND:VCARD\nBEGIN:VCARD\nFN:Jo\nEND:VCARD\n")
    assert [(s.where.number, s.where.line, s.reason, s.detail) for s in found.skipped] == [
        (1, 1, "empty", "7")
    ]
    assert [(c.where.number, c.where.line) for c in found.cards] == [(2, 5)]
    assert found.seen == 2


@pytest.mark.parametrize(
    ("versions", "format"),
    [
        (["2.1"], "vcard-2.1"),
        (["3.0", "3.0"], "vcard-3.0"),
        (["4.0"], "vcard-4.0"),
        (["2.1", "4.0"], "vcard"),
        (["9.9"], "vcard-3.0"),
    ],
)
def test_the_format_names_the_version(versions: list[str], format: str) -> None:
    text = "".join(f"BEGIN:VCARD\nFN:Jo\nVERSION:{version}\nEND:VCARD\n" for version in versions)
    assert people(text).format == format


def test_a_lost_end_costs_nobody() -> None:
    found = people("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C\nEND:VCARD\n")
    assert [c.name for c in found.cards] == ["A", "B", "C"]
    assert [[i.code for i in c.issues] for c in found.cards] == [["no-end"], [], []]


def test_a_card_inside_of_another_leaves_the_outer_one_whole() -> None:
    found = people("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTEL:1\nEND:VCARD\n")
    assert [(c.name, c.phones) for c in found.cards] == [("A", ("1",)), ("B", ())]


def test_an_agents_card_is_skipped_by_name() -> None:
    inner = "BEGIN:VCARD\nFN:Assistant\nTEL:2\nEND:VCARD\n"
    found = people(f"BEGIN:VCARD\nVERSION:2.1\nFN:Boss\nAGENT:\n{inner}TEL:1\nEND:VCARD\n{inner}")
    assert [(c.name, c.phones) for c in found.cards] == [("Boss", ("1",)), ("Assistant", ("2",))]
    assert [(s.reason, s.detail, s.where.line) for s in found.skipped] == [("agent", "Assistant", 5)]
    assert isinstance(found.skipped[0], Skipped)


def test_an_empty_agent_does_not_make_agents_of_the_next_cards() -> None:
    found = people("BEGIN:VCARD\nFN:A\nAGENT:\nTEL:1\nBEGIN:VCARD\nFN:B\nEND:VCARD\n")
    assert [c.name for c in found.cards] == ["A", "B"]


def test_an_agent_in_one_value_is_only_a_value() -> None:
    folded = card("FN:Boss", "AGENT:BEGIN:VCARD\\nFN:Other\\nTEL:2\\nEND:VCARD\\n", "TEL:1")
    assert (folded.name, folded.phones) == ("Boss", ("1",))


def test_the_digest_is_of_the_content_not_of_the_place() -> None:
    first = people("BEGIN:VCARD\nFN:Jo\nEMAIL:jo@example.org\nEND:VCARD\n").cards[0]
    later = people("\n\nBEGIN:VCARD\r\nREV:1\r\nEMAIL:jo@exam\r\n ple.org\r\nFN:Jo\r\nEND:VCARD\r\n").cards[0]
    other = people("BEGIN:VCARD\nFN:Jo\nEMAIL:jo@example.com\nEND:VCARD\n").cards[0]
    assert first.where != later.where
    assert first.digest == later.digest != other.digest
    assert len(first.digest) == 64
