# Calls that wait one after the other in threads.
# gathers: 7
# python: >=3.11
import asyncio
import functools
import time
from concurrent.futures import ThreadPoolExecutor

import support

executor = ThreadPoolExecutor(max_workers=4)


def slow(value):
    time.sleep(0.15)
    return value


def pair(value):
    return slow(value), value


def fail(value):
    time.sleep(0.05)
    raise ValueError(value)


async def case_two():
    first = await asyncio.to_thread(slow, 1)
    second = await asyncio.to_thread(slow, 2)
    return first, second


async def case_comments_and_lines():
    # what is read first
    first = await asyncio.to_thread(slow, "a")  # one
    # and then
    second = await asyncio.to_thread(
        slow,
        """b
  c""",
    )

    third, fourth = await asyncio.to_thread(pair, value="d")  # two of them
    return first, second, third, fourth


async def case_nobody_takes_it(_=7):
    await asyncio.to_thread(slow, 1)
    kept = await asyncio.to_thread(slow, 2)
    await asyncio.to_thread(slow, 3)
    return kept, _


async def case_results_are_not_used():
    for _ in range(2):
        await asyncio.to_thread(slow, 1)
        await asyncio.to_thread(slow, 2)


async def case_error():
    try:
        first = await asyncio.to_thread(slow, 1)
        second = await asyncio.to_thread(fail, "no")
    except ValueError as error:
        return repr(error)
    return first, second


async def case_methods():
    class Service:
        def __init__(self):
            self.base = 10

        def one(self):
            return slow(self.base + 1)

        def two(self, more):
            return slow(self.base + more)

        async def both(self):
            one = await asyncio.to_thread(self.one)
            two = await asyncio.to_thread(self.two, 2)
            return one, two

    return await Service().both()


async def case_three_groups():
    first = await asyncio.to_thread(slow, 1)
    second = await asyncio.to_thread(slow, first)
    third = await asyncio.to_thread(functools.partial(slow, 3))
    return first, second, third


async def case_single():
    return await asyncio.to_thread(slow, 1)


if __name__ == "__main__":
    support.run_timed(globals())
