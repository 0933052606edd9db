# Under anyio: its own processes, then turns for others.
# rewrites: 10
import time

import anyio

import support


async def case_counter():
    total = 0
    for number in range(2_000_000):
        total += number * 3
    return total


async def case_two_results():
    even = 0
    odd = 0
    for number in range(2_000_000):
        if number % 2 == 0:
            even += number
        else:
            odd += number
    return even, odd


async def case_parameter(factor=5):
    total = 1
    for number in range(2_000_000):
        total = (total * factor + number) % 1_000_003
    return total


async def case_nested():
    hits = 0
    for x in range(1_500):
        for y in range(1_500):
            if (x + y) % 97 == 0:
                hits += 1
    return hits


async def case_list_of_its_own():
    squares = []
    for number in range(1_500_000):
        if number % 100_000 == 0:
            squares.append(number**2)
    return squares


async def case_wait():
    deadline = time.monotonic() + 0.2
    while time.monotonic() < deadline:
        pass
    return time.monotonic() >= deadline


async def case_error():
    total = 0
    for number in range(2_000_000):
        total += 10 // (1_999_999 - number)
    return total


async def case_sum():
    return sum(number**2 for number in range(4_000_000))


async def case_list():
    return len([number for number in range(2_000_000) if number % 3 == 0])


async def case_in_a_method():
    return await Sums().run(3)


class Sums:
    async def run(self, factor):
        total = 0
        for number in range(5_000_000):
            total += number % factor
        return total


if __name__ == "__main__":
    support.run_anyio(globals(), "asyncio")
