"""What the preferences say: each choice in plain words, and what it is good for."""

from __future__ import annotations

TITLE = "Preferences"
LINE = "Changes hold at once."
CLOSE = "Close"
DEFAULTS = "Back to the defaults"
DEFAULTS_TIP = "Looks, phone region and this garden’s choices as they are at first. Who you are stays."
MINE_AGAIN = "My choices again"

LOOKS, PHONES, WHO, GARDEN, FILE = "Looks", "Phone numbers", "Who I am", "This garden", "Where it lies"

THEME, TEXT_SIZE, MOTION, SEASONS = "Colours", "Text size", "Motion", "Seasons"
THEMES = {"auto": "As the desktop", "light": "Light", "dusk": "Dusk", "contrast": "High contrast"}
MOTIONS = {"auto": "As the desktop asks", "off": "None"}
HEMISPHERES = {"north": "Of the north", "south": "Of the south"}

REGION = "Home country"
REGION_HINT = "two letters, such as DE"
PHONES_LINE = (
    "A number without a country code is read as one of this country; days are, as they are written there."
)

WHO_LINE = (
    "So that your own mail and your own card are not taken for somebody else’s. It is kept beside the garden, "
    "on this computer alone."
)
MY_NAMES, MY_ADDRESSES, MY_PROFILE = "My names", "My addresses", "My profile"
NAMES_HINT = "Alex Gardener; A. Gardener"
ADDRESSES_HINT = "alex@home.example; alex@work.example"
PROFILE_HINT = "https://…"

GARDEN_LINE = "These belong to the garden. They hold from today on, and Ctrl+Z takes them back."
PATIENCE, SEED_DAYS = "Patience", "Seeds keep"
PATIENCE_NOTE = "1.0 at first. 2.0 gives everybody twice the time before they are thirsty, 0.5 half of it."
SEED_DAYS_NOTE = "Days after which a seed you never spoke to counts as withered; 120 at first."
REMINDERS = "Reminders"
REMINDERS_LINE = "One digest a day at most, and none unless you choose a time."
REMINDERS_NO_TRAY = f"{REMINDERS_LINE} There is no tray here: it comes in the window."
DIGEST, DIGEST_HINT = "Digest at", "off"
DIGEST_NOTE = "A time such as 09:00; empty: none."
QUIET_DAYS, QUIET_DAYS_HINT, QUIET_DAYS_NOTE = "Quiet days", "none", "Such as Sat Sun: no digest on these."
QUIET_HOURS, QUIET_HOURS_HINT, QUIET_HOURS_NOTE = (
    "Quiet hours",
    "none",
    "Such as 20:00-08:00: no digest between.",
)
TRAY, CLOSE_TO_TRAY, LOGIN = "Icon in the tray", "Closing hides there", "Start at login"
OFF, ON = "Off", "On"
SWITCHES = {"off": OFF, "on": ON}
LOGIN_NOT_WRITTEN = "The file in the autostart folder could not be written."

MEASURES = {
    "daily-measure": ("Water a day", "At most so many are proposed in the check-in; 3 at first."),
    "sowing-measure": ("Sow a week", "So many seeds a week are proposed for a first word; 5 at first."),
    "weekly-measure": ("Talks a week", "So many are enough, in the week in review; 5 at first."),
}

SHOW_IN_FOLDER = "Show in folder"
USUAL = "The usual place of your garden."
ELSEWHERE = "Opened from elsewhere; your usual garden is another one."
NO_FOLDER = "Nothing here shows folders; the path can be copied."


def takes(what: str) -> str:
    """What a preference takes."""
    return f"It takes {what}."
