# Calls that wait one after the other for an executor of the module's own: futures, which no task group takes.
# gathers: 3
# python: >=3.11
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import support

executor = ThreadPoolExecutor(max_workers=4)


def slow(value, more=0):
    time.sleep(0.15)
    return value + more


async def case_executor():
    loop = asyncio.get_running_loop()
    first = await loop.run_in_executor(executor, slow, 1)
    second = await loop.run_in_executor(None, slow, 2, 3)
    return first, second


async def case_mixed():
    first = await asyncio.get_running_loop().run_in_executor(None, slow, 1)
    second = await asyncio.to_thread(slow, 2, more=5)
    third = await asyncio.to_thread(lambda: slow(3))
    return [first, second, third]


async def case_from_import():
    from asyncio import to_thread as run

    if True:
        first = await run(slow, 1)
        second = await run(slow, 2)
    return first, second


if __name__ == "__main__":
    support.run_timed(globals())
