# title: (unsafe: two callers may both find `self.data` unset and both go on)
from pathlib import Path


class Cache:
    data: str | None = None

    async def load(self):
        if self.data is None:
            self.data = Path("data").read_text()
        return self.data
