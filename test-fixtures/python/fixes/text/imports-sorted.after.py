"""What it does."""

from __future__ import annotations

import asyncio
import os
import sys

import requests


async def fetch(url):
    return (await asyncio.to_thread(requests.get, url, timeout=3)).json(), await asyncio.to_thread(os.path.exists, url), sys
