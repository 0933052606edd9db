"""A loader that runs on several Pythons: imports under conditions, and names that only the type checker sees."""
from __future__ import annotations

import sys
from typing import TYPE_CHECKING

try:
    import tomllib
except ModuleNotFoundError:
    import toml_backport as tomllib

if sys.version_info >= (3, 12):
    from shutil import rmtree
else:
    from old_shutil import rmtree

if TYPE_CHECKING:
    import threading
    from pathlib import Path
    from queue import Queue as Mailbox

try:
    import resource
except ImportError:
    resource = None


async def load(path: Path, mailbox: Mailbox, lock: "threading.Lock"):
    with path.open("rb") as file:
    #    ^^^^^^^^^ blocking-call pathlib.Path#open warning
        settings = tomllib.load(file)
        #          ^^^^^^^^^^^^ blocking-call tomllib.load warning
    mailbox.get()
   #^^^^^^^^^^^ blocking-call queue.Queue#get warning
    with lock:
    #    ^^^^ blocking-call threading.Lock#__enter__ warning
        rmtree(settings["cache"])
       #^^^^^^ blocking-call shutil.rmtree warning
    return settings


async def read(path: Path | None):
    if path is None:
        return ""
    return path.read_text()
    #      ^^^^^^^^^^^^^^ blocking-call pathlib.Path#read_text warning
