"""Addresses have one spelling, and what is not understood stays as it is."""

from __future__ import annotations

import pytest

from gardener.exchange.links import message_uri, profile_url, social_url, web_url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://www.linkedin.com/company/acme",
        "https://www.linkedin.com/in/",
        "https://example.org/linkedin.com/in/jane",
        "https://notlinkedin.com/in/jane",
        "https://linkedin.com.example.org/in/jane",
        "javascript:linkedin.com/in/jane",
    ],
)
def test_only_profiles_are_profiles(text: str) -> None:
    assert profile_url(text) is None
    assert web_url(f" {text} ") == text


def test_messaging_addresses() -> None:
    assert message_uri("Skype", " jo ") == "skype:jo"
    assert message_uri("Skype", "skype:jo") == "skype:jo"
    assert message_uri("no such service", "jo") == "jo"
    assert message_uri("Jabber", "") == ""


def test_social_pages() -> None:
    assert social_url("Twitter", "@jo") == "https://twitter.com/jo"
    assert social_url("twitter", "https://twitter.com/jo") == "https://twitter.com/jo"
    assert social_url("linkedin", "Jane-Miller") == "https://www.linkedin.com/in/jane-miller"
    assert social_url("linkedin", "", "jane") == "https://www.linkedin.com/in/jane"
    assert social_url("elsewhere", "x-apple:jo") == "jo"
    assert social_url("elsewhere", "") == ""
