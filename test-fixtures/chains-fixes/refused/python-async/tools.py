import time
from functools import lru_cache

HANDLERS = ["tools.in_text"]


def passed():
    time.sleep(1)


def on_top():
    time.sleep(1)
    return 1


def started():
    time.sleep(1)


def in_text():
    time.sleep(1)


def in_init():
    time.sleep(1)


def by_property():
    time.sleep(1)


def from_lambda():
    time.sleep(1)


def summed():
    time.sleep(1)
    return 1


def awaited_already():
    time.sleep(1)
    return tick()


async def tick():
    pass


def uncalled():
    time.sleep(1)


def test_something():
    uncalled()


def generated():
    time.sleep(1)
    yield 1


class Clock:
    def __init__(self):
        in_init()

    @property
    def time(self):
        return by_property()


later = lambda: from_lambda()


class Base:
    def overridden(self):
        time.sleep(1)

    def guessed(self):
        time.sleep(1)


class Derived(Base):
    def overridden(self):
        pass
