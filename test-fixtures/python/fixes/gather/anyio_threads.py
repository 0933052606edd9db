# The same under anyio: a small function keeps the results, or none does.
# gathers: 3
import time

import anyio
from anyio import to_thread

import support


def slow(value, more=0):
    time.sleep(0.15)
    return value + more


def pair(value):
    return slow(value), value


async def case_results():
    first = await anyio.to_thread.run_sync(slow, 1)
    # a pair
    second, third = await anyio.to_thread.run_sync(pair, 2)
    await to_thread.run_sync(slow, 3)
    return first, second, third


async def case_no_results():
    await to_thread.run_sync(slow, 1)
    await anyio.to_thread.run_sync(
        slow,
        2,
    )


async def case_one_result():
    results = 5
    only = await to_thread.run_sync(slow, results)
    await to_thread.run_sync(slow, 2)
    return only, results


if __name__ == "__main__":
    support.run_timed_anyio(globals(), "asyncio")
    support.run_timed_anyio(globals(), "trio")
