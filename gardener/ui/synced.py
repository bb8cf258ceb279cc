"""Whether a file lies in a folder that a program keeps in step with other computers, by the names on its path."""

from __future__ import annotations

from pathlib import Path

FOLDERS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
}
"""Names of folders, folded, and what the person calls them. Also with a name behind: `OneDrive - Meridian`."""


def synced_by(path: Path) -> str:
    """The service in whose folder the file lies; empty when there is none."""
    for part in path.absolute().parent.parts:
        name = part.casefold()
        for known, called in FOLDERS.items():
            if name == known or name.startswith((f"{known} - ", f"{known} (", f"{known}-")):
                return called
    return ""
