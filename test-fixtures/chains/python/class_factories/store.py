import time
from contextlib import contextmanager
from typing import Iterator, Self


class Store:
    @classmethod
    def open(cls, path):
        return cls()

    @staticmethod
    def build() -> "Store":
        return Store()

    def chained(self) -> Self:
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def load(self):
        time.sleep(1)


class Child(Store):
    def load(self):
        pass


@contextmanager
def open_store(path) -> Iterator[Store]:
    yield Store()
