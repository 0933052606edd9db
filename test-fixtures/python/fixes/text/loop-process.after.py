# title: Run the loop in a process
"""Counts."""

import asyncio
import math
from concurrent.futures import ProcessPoolExecutor

process_pool = ProcessPoolExecutor()

LIMIT = 5_000_000


def _compute(step, best, found):
    for number in range(LIMIT):
        # the longest so far
        if math.isqrt(number) % step == 0 and number > best:
            best = number
            if number % 1_000_000 == 0:
                found.append(
                    f"""{number}
of many"""
                )
    return best, found


# Where it is asked for.
@decorated
async def handler(step):
    found = []
    best = 0
    best, found = await asyncio.get_running_loop().run_in_executor(process_pool, _compute, step, best, found)
    return found, best
