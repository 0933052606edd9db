import asyncio
import time


class Store:
    """Keeps nothing itself."""

    def load(self, name):
        return name

    def save(self, name):
        time.sleep(1)

    def close(self):
        time.sleep(1)

    @property
    def size(self):
        return 0

    async def flush(self):
        """Asynchronous here: who awaits it doesn't mean what isn't."""
        await asyncio.sleep(0)


class Single:
    """Nothing extends it."""

    def load(self, name):
        time.sleep(1)


CONNECTED = []


def connect() -> Store:
    return CONNECTED[0]


def make() -> Store:
    return Store()
