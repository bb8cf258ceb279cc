"""Every shape of `Connections.csv` that exports have been seen in, in made-up rows."""

from __future__ import annotations

import json
from datetime import date

import pytest

from gardener.exchange.card import Card, Reading
from gardener.exchange.linkedin import connected_on
from gardener.exchange.reading import read

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
PREAMBLE = (
    'Notes:\n"When exporting your connection data, you may notice\nthat some ""emails"" are missing."\n\n'
)


def table(text: str, encoding: str = "utf-8") -> Reading:
    found = read("Connections.csv", text.encode(encoding))
    assert isinstance(found, Reading), found
    assert found.format == "linkedin-connections"
    return found


def row(line: str, header: str = HEADER) -> Card:
    found = table(f"{header}\n{line}\n")
    assert len(found.cards) == 1
    return found.cards[0]


def test_a_row_is_a_card() -> None:
    found = row(
        'Ada,Lovelace,https://www.linkedin.com/in/ada-lovelace,ada@example.org,"Acme, Inc.",Engineer,12 Mar 2024'
    )
    assert (found.name, found.org, found.title) == ("Ada Lovelace", "Acme, Inc.", "Engineer")
    assert found.urls == ("https://www.linkedin.com/in/ada-lovelace",)
    assert found.emails == ("ada@example.org",)
    assert found.met == date(2024, 3, 12)
    assert (found.where.kind, found.where.number, found.where.line) == ("row", 1, 2)
    assert found.issues == ()
    assert found.uid == found.birthday == found.note == ""


def test_raw_is_the_row_by_its_header() -> None:
    found = row("Zoë,Ångström,,,Acme,,12 Mar 2024,later", HEADER + ",Shoe Size")
    assert json.loads(found.raw) == {
        "First Name": "Zoë", "Last Name": "Ångström", "URL": "", "Email Address": "", "Company": "Acme",
        "Position": "", "Connected On": "12 Mar 2024", "Shoe Size": "later",
    }  # fmt: skip


@pytest.mark.parametrize(
    "preamble",
    [
        "",
        PREAMBLE,
        '"Notes:"\n"One paragraph."\n\n',
        "Notes:\nnot quoted\nnor this, with a comma\n\n",
        "\n" * 13,
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_header_is_found_below_any_preamble(preamble: str, mark: str, ends: str) -> None:
    text = mark + preamble + HEADER + "\nAda,Lovelace,,,Acme,Engineer,12 Mar 2024\n"
    found = table(text.replace("\n", ends))
    assert [(card.name, card.org, card.met) for card in found.cards] == [
        ("Ada Lovelace", "Acme", date(2024, 3, 12))
    ]
    assert found.cards[0].where.line == text.count("\n")


FIVE = "Email Address,Company,Position,Connected On"


@pytest.mark.parametrize(
    ("header", "line"),
    [
        (f"First Name,Last Name,{FIVE}", "Ada,Lovelace,a@b.c,Acme,CTO,12 Mar 2024"),
        (f"First Name,Last Name,{FIVE},URL", "Ada,Lovelace,a@b.c,Acme,CTO,12 Mar 2024,"),
        (f"First Name,Last Name,{FIVE}".replace(",", ";"), "Ada;Lovelace;a@b.c;Acme;CTO;12 Mar 2024"),
        (f"First Name,Last Name,{FIVE}".replace(",", "\t"), "Ada\tLovelace\ta@b.c\tAcme\tCTO\t12 Mar 2024"),
        (f'"first name","LAST NAME",{FIVE}', '"Ada","Lovelace","a@b.c","Acme","CTO","12 Mar 2024"'),
        (f" {FIVE} , Last Name , First Name ", "a@b.c,Acme,CTO,12 Mar 2024,Lovelace,Ada"),
    ],
)
def test_columns_are_known_by_name_in_any_order_and_delimiter(header: str, line: str) -> None:
    found = row(line, header)
    assert (found.name, found.emails, found.org, found.title, found.met) == (
        "Ada Lovelace", ("a@b.c",), "Acme", "CTO", date(2024, 3, 12),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 Mar 2024", date(2024, 3, 12)),
        ("05 Jan 2020", date(2020, 1, 5)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("1 September 2019", date(2019, 9, 1)),
        ("1/13/18, 9:23 AM", date(2018, 1, 13)),
        ("1/2/18, 9:23 AM", date(2018, 1, 2)),
        ("13/1/2018", date(2018, 1, 13)),
        ("2024-03-12", date(2024, 3, 12)),
        ("2024-03-12 08:00:00 UTC", date(2024, 3, 12)),
        ("31 Feb 2024", None),
        ("1 Jan 0000", None),
        ("1/13/0000", None),
        ("12 Mär 2024", None),
        ("12 Foo 2024", None),
        ("2024", None),
        ("١٢ Mar 2024", None),
        ("", None),
    ],
)
def test_days_are_english_whatever_the_locale(text: str, day: date | None) -> None:
    assert connected_on(text) == day


def test_a_day_that_cannot_be_understood_is_an_issue() -> None:
    found = row("Ada,Lovelace,,,,,someday")
    assert found.met is None
    assert [(issue.code, issue.line, issue.excerpt) for issue in found.issues] == [("date", 2, "someday")]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/ada-lovelace",
        "http://LinkedIn.com/in/Ada-Lovelace/",
        "https://uk.linkedin.com/in/ada-lovelace?originalSubdomain=uk",
        "www.linkedin.com/in/ada-lovelace#top",
        "linkedin.com/in/ADA-LOVELACE//",
    ],
)
def test_profiles_have_one_spelling(url: str) -> None:
    assert row(f"Ada,Lovelace,{url},,,,12 Mar 2024").urls == ("https://www.linkedin.com/in/ada-lovelace",)


def test_profiles_with_letters_beyond_ascii_have_one_spelling() -> None:
    spellings = ["zo%C3%AB", "ZO%c3%8b", "zoë", "zoe\u0308"]
    found = {row(f"Zoë,Å,https://www.linkedin.com/in/{slug},,,,12 Mar 2024").urls for slug in spellings}
    assert found == {("https://www.linkedin.com/in/zo%c3%ab",)}


def test_two_people_of_one_name_stay_two() -> None:
    lines = [f"Priya,Sharma,https://www.linkedin.com/in/priya-{n},,,,12 Mar 2024" for n in (1, 2)]
    found = table("\n".join([HEADER, *lines]))
    assert len({card.digest for card in found.cards}) == 2


def test_rows_that_give_nobody_are_skipped_with_their_reason() -> None:
    found = table(f"{HEADER}\n,,,,,,\nAda,Lovelace,,,,,12 Mar 2024\n,,,,,,01 Jan 2023\n\n,,,,Acme,Clerk,\n")
    assert [(one.where.number, one.where.line, one.reason, one.detail) for one in found.skipped] == [
        (1, 2, "blank-row", ""),
        (3, 4, "nameless", ""),
        (4, 5, "blank-row", ""),
        (5, 6, "nameless", "Acme Clerk"),
    ]
    assert found.seen == 5


def test_a_row_without_a_name_takes_its_means_as_name() -> None:
    assert row(",,,ada@example.org,Acme,Clerk,12 Mar 2024").name == "ada@example.org"
    assert row(",,linkedin.com/in/ada,,,,12 Mar 2024").name == "https://www.linkedin.com/in/ada"
    assert row(",Lovelace,,,,,12 Mar 2024").name == "Lovelace"


def test_quotes_doubled_and_lines_broken_inside_of_quotes() -> None:
    found = row('Ada,Lovelace,,,"Stripe, Inc.","Head of ""Platform""\nand more",12 Mar 2024')
    assert (found.org, found.title) == ("Stripe, Inc.", 'Head of "Platform" and more')
    assert found.issues == ()


def test_a_quote_that_nothing_closes_costs_its_own_row_only() -> None:
    people = [f"P{n},Q,,,Acme,Clerk,12 Mar 2024" for n in range(60)]
    people[10] = 'P10,Q,,,"Acme,Clerk,12 Mar 2024'
    people[30] = 'P30,Q,,,Acme,5" pipes,12 Mar 2024'
    found = table("\n".join([HEADER, *people]))
    assert [card.name for card in found.cards] == [f"P{n} Q" for n in range(60)]
    assert {card.met for card in found.cards} == {date(2024, 3, 12)}
    assert found.cards[10].issues[0].code == "unclosed-quote"


def test_an_endless_quote_at_the_end_is_given_up() -> None:
    found = table(f'{HEADER}\nAda,Lovelace,,,,,12 Mar 2024\nBob,"' + "x\n" * 5000)
    assert found.cards[0].name == "Ada Lovelace"
    assert found.cards[1].name.startswith("Bob")


def test_a_field_longer_than_the_csv_module_likes_is_cut() -> None:
    found = row(f'Ada,Lovelace,,,"{"o" * 200_000}",{"t" * 300_000},12 Mar 2024')
    assert (len(found.org), len(found.title), found.met) == (200_000, 300_000, date(2024, 3, 12))


def test_too_many_or_too_few_columns_are_an_issue() -> None:
    more = row("Ada,Lovelace,,,Acme, Inc.,Clerk,12 Mar 2024")
    fewer = row("Ada,Lovelace,,ada@example.org")
    assert [issue.code for issue in more.issues] == ["columns", "date"]
    assert [issue.code for issue in fewer.issues] == ["columns"]
    assert fewer.emails == ("ada@example.org",)


def test_the_last_row_needs_no_line_end() -> None:
    assert table(f"{HEADER}\nAda,Lovelace,,,,,12 Mar 2024").seen == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings(encoding: str) -> None:
    found = table(f"{HEADER}\nRenée,Müller,,,Café,,12 Mar 2024\n", encoding)
    assert (found.cards[0].name, found.cards[0].org) == ("Renée Müller", "Café")


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Last Name,E-mail Address,Company,Job Title",
        "Name,Given Name,Family Name,E-mail 1 - Value",
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER",
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
        "\n" * 15 + HEADER,
    ],
)
def test_other_tables_are_not_taken_for_connections(header: str) -> None:
    found = read("Connections.csv", f"{header}\nAda,Lovelace,a,b,c\n".encode(), format="linkedin")
    assert getattr(found, "code", "") == "unknown-format"


def test_the_digest_does_not_depend_on_the_row() -> None:
    line = "Ada,Lovelace,https://www.linkedin.com/in/ada,,Acme,Clerk,12 Mar 2024"
    later = table(f"{PREAMBLE}{HEADER}\nBob,Stone,,,,,12 Mar 2024\n{line}\n").cards[1]
    assert row(line).digest == later.digest
    assert row(line.replace("Clerk", "Chief")).digest != later.digest


def test_the_headings_of_a_second_export_are_nobody() -> None:
    rows = (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Lovelace,,,,,12 Mar 2024\n"
    )
    found = read("Connections.csv", (rows + rows.replace("Ada", "Bea")).encode())
    assert isinstance(found, Reading)
    assert [card.name for card in found.cards] == ["Ada Lovelace", "Bea Lovelace"]
    assert [skipped.reason for skipped in found.skipped] == ["header-row"]
