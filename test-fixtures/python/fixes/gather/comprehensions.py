# Comprehensions that wait for one call after the other.
# gathers: 6
import asyncio
import time

import support


def slow(value):
    time.sleep(0.1)
    return value


async def ask(value, *, plus=0):
    await asyncio.sleep(0.1)
    return value + plus


async def fail(value):
    await asyncio.sleep(0.02)
    if value == 2:
        raise ValueError(value)
    return value


async def case_threads():
    return [await asyncio.to_thread(slow, value) for value in range(3)]


async def case_threads_if():
    values = [await asyncio.to_thread(slow, value) for value in range(6) if value % 2]
    return sum(values)


async def case_calls():
    values = [await ask(value, plus=1) for value in range(4)]
    return values


async def case_calls_over_lines(names=(("a", 1), ("b", 2), ("c", 3))):
    if names:
        return len(
            [
                await ask(number)  # one
                for _, number in names
            ]
        )
    return 0


async def case_names_taken(limit=3, limited=2):
    found = [await ask(value) for value in range(limit)]
    return found, limited


async def case_error():
    try:
        return [await fail(value) for value in range(4)] + [await asyncio.sleep(0.1, 1)]
    except ValueError as error:
        await asyncio.sleep(0.1)
        return str(error)


async def case_stays_dependent():
    return [value async for value in numbers()]


async def numbers():
    yield await ask(1)


if __name__ == "__main__":
    support.run_timed(globals())
