"""Where the program keeps what a user adds: lists fetched, decisions taken, texts read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME_VARIABLE = "ARTICLE41_HOME"


def home() -> Path:
    """The user's data folder: `ARTICLE41_HOME`, else the platform's own place. Not created here."""
    stated = os.environ.get(HOME_VARIABLE)
    if stated:
        return Path(stated).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "article41"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "article41"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "article41"
