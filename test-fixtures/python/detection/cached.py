"""What keeps its result blocks once: a hint, unless something behind it blocks every time, or once for each object."""
import json
import time
from functools import cached_property, lru_cache


@lru_cache
def settings():
    with open("settings.json") as file:
        return json.load(file)


def uncached():
    return settings()


def both():
    settings()
    time.sleep(1)


class App:
    @cached_property
    def name(self):
        return open("name").read()


async def handler(app: App):
    settings()
#   ^^^^^^^^ blocking-chain builtins.open hint
    uncached()
#   ^^^^^^^^ blocking-chain builtins.open hint
    both()
#   ^^^^ blocking-chain time.sleep warning
    return app.name
#          ^^^^^^^^ blocking-chain io.TextIOWrapper#read warning
