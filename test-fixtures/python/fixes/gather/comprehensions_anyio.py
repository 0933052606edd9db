# The same in a task group of anyio.
# gathers: 3
import anyio

import support


async def ask(value):
    await anyio.sleep(0.1)
    return value


async def case_calls():
    values = [await ask(value) for value in range(4)]
    return values


async def case_threads(names=("a", "b", "c")):
    return [await anyio.to_thread.run_sync(str.upper, name) for name in names if await_not(name)] + await slow()


def await_not(name):
    return name != "b"


async def slow():
    return [await ask(value) for value in range(3)]


if __name__ == "__main__":
    support.run_timed_anyio(globals(), "asyncio")
