"""Heavy loops that the cost model estimates; run as a program it prints what each takes, in seconds, as JSON."""
import asyncio
import itertools
import json
import math
from statistics import median
from time import process_time


async def squares():
    return sum(x**2 for x in range(6_000_000))


async def counting():
    total = 0
    for i in range(20_000_000):
        total += i
    return total


async def listing():
    return list(range(10_000_000))


async def nested():
    hits = 0
    for i in range(4_000):
        for j in range(1_000):
            if (i * j) % 7 == 0:
                hits += 1
    return hits


async def remainders():
    odd = 0
    for n in range(6_000_000):
        if n % 3 == 1:
            odd += 1
    return odd


async def while_counter():
    i = 0
    while i < 15_000_000:
        i += 1


async def comprehension():
    return [str(i) for i in range(3_000_000)]


async def products():
    return sum(a * b for a, b in itertools.product(range(2_000), range(2_000)))


async def rows():
    return [{"id": i, "name": f"row {i}"} for i in range(1_000_000)]


async def roots():
    total = 0.0
    for i in range(6_000_000):
        total += math.sqrt(i) * 0.5
    return total


async def sorting():
    return sorted(range(1_000_000), key=lambda n: n * 7_919 % 1_000_003)


async def table():
    squares = {}
    for i in range(3_000_000):
        squares[i] = i * i
    return squares


async def joining():
    return ",".join(str(i) for i in range(3_000_000))


def seconds(program) -> float:
    """Median of three runs."""
    times = []
    for _ in range(3):
        start = process_time()
        asyncio.run(program())
        times.append(process_time() - start)
    return median(times)


if __name__ == "__main__":
    programs = [value for value in list(globals().values()) if asyncio.iscoroutinefunction(value)]
    print(json.dumps({program.__name__: seconds(program) for program in programs}))
