# title: (unsafe: two callers may both find `self.data` unset and both go on)
import asyncio
from pathlib import Path


class Cache:
    data: str | None = None

    async def load(self):
        if self.data is None:
            self.data = await asyncio.to_thread(Path("data").read_text)
        return self.data
