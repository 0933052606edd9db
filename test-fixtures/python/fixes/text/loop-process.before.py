# title: Run the loop in a process
"""Counts."""

import math

LIMIT = 5_000_000


# Where it is asked for.
@decorated
async def handler(step):
    found = []
    best = 0
    for number in range(LIMIT):
        # the longest so far
        if math.isqrt(number) % step == 0 and number > best:
            best = number
            if number % 1_000_000 == 0:
                found.append(
                    f"""{number}
of many"""
                )
    return found, best
