"""What other files make: generic classes, what entering and walking through gives."""
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Generator, Generic, Iterator, TypeVar

T = TypeVar("T")


class Store(Generic[T]):
    def load(self, name: str) -> T:
        time.sleep(1)
        return name


class Session:
    def commit(self):
        time.sleep(1)


@contextmanager
def folder() -> Generator[Path, None, None]:
    yield Path("/tmp")


@contextmanager
def session():
    yield Session()


def sessions() -> Iterator[Session]:
    yield Session()


TABLE = {"load": print}
