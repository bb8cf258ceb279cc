"""Address books as tables: Google's two, Outlook's three, Thunderbird's and one's own, by their columns' names."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pytest

from gardener.exchange.card import Card, Reading, Unreadable
from gardener.exchange.reading import read

GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,"
    "Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,"
    "Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value"
)
GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,"
    "Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,"
    "Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,IM 1 - Type,IM 1 - Service,IM 1 - Value,Phone 1 - Type,Phone 1 - Value,"
    "Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,"
    "Organization 1 - Department,Website 1 - Type,Website 1 - Value"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,"
    "Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Assistant's Phone,"
    "Business Fax,Business Phone,Business Phone 2,Mobile Phone,TTY/TDD Phone,Birthday,Categories,E-mail Address,E-mail Type,"
    "E-mail Display Name,E-mail 2 Address,Notes,Referred By,Web Page"
)
OUTLOOK_WEB = (
    "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,"
    "E-mail 3 Address,Home Phone,Mobile Phone,Job Title,Department,Company,Personal Web Page,Birthday,Notes"
)
THUNDERBIRD = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,"
    "Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,Job Title,"
    "Department,Organization,Web Page 1,Birth Year,Birth Month,Birth Day,Custom 1,Notes"
)


def table(header: str, *rows: Mapping[str, str], delimiter: str = ",", end: str = "\r\n") -> str:
    names = header.split(",")
    for row in rows:
        assert set(row) <= set(names), set(row) - set(names)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerows([names, *([row.get(name, "") for name in names] for row in rows)])
    return out.getvalue()


def people(text: str | bytes) -> Reading:
    found = read("people.csv", text.encode() if isinstance(text, str) else text)
    assert isinstance(found, Reading), found
    return found


def only(header: str, row: Mapping[str, str]) -> Card:
    (card,) = people(table(header, row)).cards
    return card


def test_google_as_it_is_now() -> None:
    reading = people(
        table(
            GOOGLE_NEW,
            {
                "First Name": "Zoë", "Last Name": "Å.", "Name Prefix": "Dr.", "Nickname": "Zo",
                "Organization Name": "Acme", "Organization Title": "Head", "Birthday": "--05-15",
                "Notes": "likes tea\nand cake",
                "Labels": "* myContacts ::: Navy ::: Old friends", "E-mail 1 - Label": "* Work",
                "E-mail 1 - Value": "zoe@acme.example ::: zoe@x.example", "E-mail 2 - Value": "z@home.example",
                "Phone 1 - Value": "+49 170 1", "Address 1 - Formatted": "Hauptstr. 1\nBerlin",
                "Address 1 - Street": "Hauptstr. 1", "Address 1 - City": "Berlin", "Address 1 - Country": "DE",
                "Website 1 - Value": "https://www.linkedin.com/in/Zoe-A/",
            },
        )
    )  # fmt: skip
    (card,) = reading.cards
    assert reading.format == "google-csv"
    assert (card.name, card.nicknames, card.org, card.title) == ("Dr. Zoë Å.", ("Zo",), "Acme", "Head")
    assert (card.birthday, card.note, card.tags) == (
        "--05-15",
        "likes tea\nand cake",
        ("Navy", "Old friends"),
    )
    assert card.emails == ("zoe@acme.example", "zoe@x.example", "z@home.example")
    assert card.phones == ("+49 170 1",)
    assert card.addresses == ("Hauptstr. 1, Berlin, DE",)
    assert card.urls == ("https://www.linkedin.com/in/zoe-a",)
    assert '"Labels": "* myContacts' in card.raw
    assert "Photo" not in card.raw


def test_google_as_it_was() -> None:
    card = only(
        GOOGLE_OLD,
        {
            "Name": "Gus Jones", "Given Name": "Gus", "Family Name": "Jones", "Group Membership": "* myContacts ::: Rotary",
            "E-mail 1 - Type": "* Work", "E-mail 1 - Value": "gus@x.example", "IM 1 - Service": "Skype",
            "IM 1 - Value": "gus",
            "Phone 1 - Value": "555 0101", "Organization 1 - Name": "Acme", "Organization 1 - Title": "Clerk",
            "Organization 1 - Department": "Post", "Birthday": "1980-03-22",
        },
    )  # fmt: skip
    assert (card.name, card.org, card.department, card.title) == ("Gus Jones", "Acme", "Post", "Clerk")
    assert (card.tags, card.urls, card.birthday) == (("Rotary",), ("skype:gus",), "1980-03-22")


def test_outlook_of_the_desktop_in_its_own_encoding() -> None:
    text = table(
        OUTLOOK,
        {
            "Title": "Dr.", "First Name": "Jürgen", "Last Name": "Müller", "Suffix": "Jr.", "Company": "Bäckerei, GmbH",
            "Job Title": "Chef", "Business Street": "Weg 1", "Business City": "Köln", "Business Postal Code": "50667",
            "Business Country/Region": "Deutschland", "Home City": "Bonn", "Assistant's Phone": "1", "Business Fax": "2",
            "Business Phone": "3", "Mobile Phone": "4", "TTY/TDD Phone": "5", "Categories": "Freunde;Chor",
            "E-mail Address": "j@x.example", "E-mail Type": "SMTP", "E-mail Display Name": "Jürgen (j@x.example)",
            "E-mail 2 Address": "j2@x.example", "Notes": 'sagte "ja"', "Web Page": "http://x.example/",
        },
    )  # fmt: skip
    for data in (
        text.encode("cp1252"),
        text.encode("utf-16"),
        text.encode("utf-8-sig"),
        text.replace("\r\n", "\n").encode(),
    ):
        reading = people(data)
        (card,) = reading.cards
        assert reading.format == "outlook-csv"
        assert (card.name, card.org, card.title) == ("Dr. Jürgen Müller Jr.", "Bäckerei, GmbH", "Chef")
        assert (card.emails, card.phones) == (("j@x.example", "j2@x.example"), ("3", "4"))
        assert card.addresses == ("Weg 1, Köln, 50667, Deutschland", "Bonn")
        assert (card.tags, card.note, card.urls) == (
            ("Freunde", "Chor"),
            'sagte "ja"',
            ("http://x.example/",),
        )


def test_outlook_on_the_web_and_thunderbird() -> None:
    web = only(
        OUTLOOK_WEB,
        {
            "First Name": "Ann", "Last Name": "Lee", "Title": "Ms", "E-mail 3 Address": "a@x.example",
            "Personal Web Page": "x.example",
        },
    )  # fmt: skip
    assert (web.name, web.title, web.emails, web.urls) == ("Ms Ann Lee", "", ("a@x.example",), ("x.example",))
    bird = only(
        THUNDERBIRD,
        {
            "First Name": "Bo", "Last Name": "Ek", "Display Name": "Bo E.", "Primary Email": "bo@x.example",
            "Secondary Email": "bo2@x.example", "Work Phone": "1", "Fax Number": "2", "Mobile Number": "3",
            "Home Address": "Gatan 1", "Home City": "Lund", "Birth Year": "1980", "Birth Month": "3", "Birth Day": "2",
            "Organization": "Acme",
        },
    )  # fmt: skip
    assert (bird.name, bird.emails, bird.phones) == ("Bo E.", ("bo@x.example", "bo2@x.example"), ("1", "3"))
    assert (bird.addresses, bird.birthday, bird.org) == (("Gatan 1, Lund",), "1980-03-02", "Acme")
    assert only(THUNDERBIRD, {"First Name": "C", "Birth Month": "3", "Birth Day": "2"}).birthday == "--03-02"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_ones_own(delimiter: str) -> None:
    row = {"name": "Ann Lee", "e-mail": "a@x.example", "title": "Lead", "tags": "a; b"}
    reading = people(table("name,e-mail,phone,company,title,tags", row, delimiter=delimiter))
    (card,) = reading.cards
    assert reading.format == "table-csv"
    assert (card.name, card.emails, card.title, card.tags) == (
        "Ann Lee",
        ("a@x.example",),
        "Lead",
        ("a", "b"),
    )


@pytest.mark.parametrize(
    ("days", "read_as"),
    [
        (["1/20/1981", "6/3/2005"], ["1981-01-20", "2005-06-03"]),
        (["20/1/1981", "6/3/2005"], ["1981-01-20", "2005-03-06"]),
        (["31.1.1972", "6.3.2005"], ["1972-01-31", "2005-03-06"]),
        (["6/3/2005", "4/4/2005"], ["", "2005-04-04"]),
        (["1/20/1981", "20/1/1981", "6/3/2005"], ["", "", ""]),
        (["0/0/00", "0.0.0000", "1980-03-22"], ["", "", "1980-03-22"]),
        (["1/20/81", "soon"], ["", ""]),
    ],
)
def test_days_are_read_by_what_the_whole_file_tells_and_never_guessed(
    days: list[str], read_as: list[str]
) -> None:
    rows = [{"First Name": f"P{number}", "Birthday": day} for number, day in enumerate(days)]
    cards = people(table(OUTLOOK, *rows)).cards
    assert [card.birthday for card in cards] == read_as
    told = [[issue.code for issue in card.issues] for card in cards]
    for day, birthday, codes in zip(days, read_as, told, strict=True):
        expected = (
            []
            if birthday or day.startswith("0")
            else ["birthday" if day in ("1/20/81", "soon") else "two-days"]
        )
        assert codes == expected


def test_rows_that_give_nobody_are_told_and_a_company_is_somebody() -> None:
    text = table(
        OUTLOOK, {}, {"Company": "Acme"}, {"Notes": "who was it?"}, {"E-mail Address": "x@x.example"}
    )
    reading = people(text + OUTLOOK + "\r\n")
    assert [card.name for card in reading.cards] == ["Acme", "x@x.example"]
    assert [(s.where.number, s.where.line, s.reason) for s in reading.skipped] == [
        (1, 2, "blank-row"), (3, 4, "nameless"), (5, 6, "header-row"),
    ]  # fmt: skip


def test_a_long_note_is_one_cell_and_a_torn_row_costs_no_other() -> None:
    note = "\n".join(f"line {number}" for number in range(300))
    text = table(OUTLOOK_WEB, {"First Name": "Ann", "Notes": note}, {"First Name": "Bo"}) + '"Cy,,Day\n'
    first, second, third = people(text).cards
    assert (first.name, first.note, second.name) == ("Ann", note, "Bo")
    assert (third.name, [issue.code for issue in third.issues]) == ("Cy Day", ["unclosed-quote"])


@pytest.mark.parametrize(
    "heading",
    [
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url",
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER",
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
        "id,company_name,role,statusName,location,url",
        "Name,URL,Price",
    ],
)
def test_other_tables_are_not_taken_for_people(heading: str) -> None:
    columns = heading.count(",")
    found = read("table.csv", f"{heading}\nAnn{',x' * columns}\n".encode())
    assert isinstance(found, Unreadable)
    assert found.code == "unknown-format"
