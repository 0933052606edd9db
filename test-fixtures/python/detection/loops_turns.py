"""Heavy loops that give control back, always or now and then, and those that only seem to."""
import asyncio
import time

LIMIT = 10_000_000


async def nothing(x):
    return x


async def through(x):
    return await nothing(x)


async def pause():
    await asyncio.sleep(0)


async def every_round():
    for _ in range(LIMIT):
        await asyncio.sleep(0)


async def now_and_then():
    total = 0
    for i in range(LIMIT):
        total += i
        if i % 10_000 == 0:
            await asyncio.sleep(0)
    return total


async def by_the_clock():
    last = time.monotonic()
    total = 0
    for i in range(LIMIT):
        total += i
        if time.monotonic() - last > 0.008:
            await asyncio.sleep(0)
            last = time.monotonic()
    return total


async def by_another():
    for i in range(LIMIT):
        if i % 10_000 == 0:
            await pause()


async def only_the_outer():
    total = 0
    for _ in range(1_000):
        for i in range(10_000_000):
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
            total += i
        await asyncio.sleep(0)
    return total


async def quick_rounds():
    total = 0
    for _ in range(10_000):
        for i in range(1_000):
            total += i
        await asyncio.sleep(0)
    return total


async def never():
    total = 0
    for i in range(LIMIT):
#   ^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += await nothing(i)
    for i in range(LIMIT):
#   ^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += await through(i)
    return total + sum([await nothing(i) for i in range(LIMIT)])
#                  ^^^ heavy-loop heavy-loop warning


async def comprehended(session):
    return [await session.get(i) for i in range(LIMIT)]


async def streamed(stream):
    return [x async for x in stream for _ in range(LIMIT)]


async def elsewhere():
    return await asyncio.to_thread(lambda: sum(range(LIMIT)))


async def in_a_function():
    def count():
        return sum(range(LIMIT))

    return await asyncio.to_thread(count)
