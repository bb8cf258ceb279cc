"""Web and messaging addresses of a person in one spelling, so that two files' addresses can be compared."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

_PROFILE = re.compile(
    r"(?:https?:)?(?://)?(?:[a-z0-9-]{1,12}\.)?linkedin\.com/(?:mwlite/)?in/+([^/?#\s]{1,300})", re.IGNORECASE
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,30}:", re.IGNORECASE)

SCHEMES = {
    "aim": "aim",
    "gadugadu": "gg",
    "gadu-gadu": "gg",
    "google talk": "xmpp",
    "google-talk": "xmpp",
    "googletalk": "xmpp",
    "groupwise": "groupwise",
    "gtalk": "xmpp",
    "icq": "icq",
    "im": "im",
    "irc": "irc",
    "jabber": "xmpp",
    "matrix": "matrix",
    "msn": "msnim",
    "qq": "qq",
    "sametime": "sametime",
    "signal": "signal",
    "sip": "sip",
    "skype": "skype",
    "skype-username": "skype",
    "telegram": "telegram",
    "whatsapp": "whatsapp",
    "xmpp": "xmpp",
    "yahoo": "ymsgr",
}
"""Messaging services, by the names that address books give them, and the URI scheme of each."""

SITES = {
    "facebook": "https://www.facebook.com/",
    "github": "https://github.com/",
    "instagram": "https://www.instagram.com/",
    "linkedin": "https://www.linkedin.com/in/",
    "twitter": "https://twitter.com/",
}
"""Social sites, and where a person's page begins on each."""


def profile_url(text: str) -> str | None:
    """`https://www.linkedin.com/in/<slug>` in lower case for any spelling of such a profile, else None."""
    found = _PROFILE.match(text.strip())
    if found is None:
        return None
    slug = unicodedata.normalize("NFC", unquote(found.group(1), errors="replace")).lower()
    return "https://www.linkedin.com/in/" + quote(slug, safe="-._~").lower()


def web_url(text: str) -> str:
    """`text` as it is, or the one spelling of the LinkedIn profile that it names."""
    return profile_url(text) or text.strip()


def message_uri(service: str, address: str) -> str:
    """`address` on a messaging `service` as a URI: ('Skype', 'jo') → 'skype:jo'; a URI stays as it is."""
    address = address.strip()
    scheme = SCHEMES.get(service.strip().lower(), "")
    if not address or not scheme or _SCHEME.match(address):
        return address
    return f"{scheme}:{address}"


def social_url(site: str, address: str, user: str = "") -> str:
    """A person's page on a social `site` ('twitter'): the URL given, or the one that `user` makes."""
    address, user = address.strip(), user.strip()
    base = SITES.get(site.strip().lower(), "")
    if address.lower().startswith("x-apple:"):
        address, user = "", user or address[len("x-apple:") :]
    if address and (_SCHEME.match(address) or "/" in address):
        return web_url(address)
    handle = unquote(user or address, errors="replace").lstrip("@")
    return web_url(base + quote(handle, safe="-._~@")) if base and handle else handle
