# Processes that start afresh: what moved is imported there.
# rewrites: 4
# stalls: loops
import asyncio
import multiprocessing

import support

FACTOR = 7


async def case_counter():
    total = 0
    for number in range(6_000_000):
        total += number * FACTOR
    return total


async def case_collected():
    found = {}
    for number in range(4_000_000):
        if number % 500_000 == 0:
            found[number] = helper(number)
    return found


def helper(number):
    return number % FACTOR


async def case_sum():
    return sum(helper(number) for number in range(3_000_000))


async def case_of_a_function():
    return heavy(3_000_000)


def heavy(limit):
    total = 0
    for number in range(5_000_000):
        total += number % limit
    return total


async def case_error():
    total = 0
    for number in range(5_000_000):
        total += 10 // (4_999_999 - number)
    return total


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    support.run(globals())
