"""The one door to other programs: mail, telephone and web pages; nothing else is ever opened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from gardener.domain.contact import Contact

ALLOWED = frozenset({"mailto", "tel", "http", "https"})


class Way(StrEnum):
    """How somebody is reached."""

    MAIL = "mail"
    PHONE = "phone"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Means:
    """One way to reach somebody, as it stands with the contact."""

    way: Way
    text: str


def means_of(contact: Contact) -> tuple[Means, ...]:
    """All ways to reach a contact, mail first."""
    return (
        *(Means(Way.MAIL, text) for text in contact.emails),
        *(Means(Way.PHONE, text) for text in contact.phones),
        *(Means(Way.PAGE, text) for text in contact.urls),
    )


def url_of(means: Means) -> QUrl:
    """The address that the desktop opens; not valid when the text is none."""
    url = QUrl()
    match means.way:
        case Way.MAIL:
            url.setScheme("mailto")
            url.setPath(means.text)  # a path: nothing in an address becomes a subject or a further receiver
        case Way.PHONE:
            url.setScheme("tel")
            url.setPath("".join(sign for sign in means.text if sign.isdigit() or sign in "+*#"))
        case Way.PAGE:
            text = means.text if "://" in means.text else f"https://{means.text}"
            url = QUrl(text, QUrl.ParsingMode.StrictMode)
    return url


def mail_of(address: str, subject: str, text: str) -> QUrl:
    """A mail with its subject and text; nothing in them becomes a further receiver."""
    url = url_of(Means(Way.MAIL, address))
    said = [("subject", subject), ("body", text.replace("\n", "\r\n"))]
    url.setQuery(
        "&".join(f"{name}={quote(value, safe='')}" for name, value in said), QUrl.ParsingMode.StrictMode
    )
    return url


def open_means(means: Means) -> bool:
    """Opens the program for it; whether there is one."""
    return opened(url_of(means))


def opened(url: QUrl) -> bool:
    """Opens a mail, a call or a page; anything else is not opened."""
    return url.isValid() and url.scheme() in ALLOWED and QDesktopServices.openUrl(url)


def copy(text: str) -> None:
    """Puts text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
