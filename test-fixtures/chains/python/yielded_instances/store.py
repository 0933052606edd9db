import time
from contextlib import asynccontextmanager, contextmanager
from typing import AsyncIterator, Iterator


class Store:
    def load(self):
        time.sleep(1)

    def close(self):
        pass


@contextmanager
def session() -> Iterator[Store]:
    yield Store()


@asynccontextmanager
async def connect() -> AsyncIterator[Store]:
    yield Store()


def stores():
    yield Store()


@contextmanager
def entered():
    yield
