# Under trio: turns for others.
# rewrites: 7
# stalls: loops
import time

import trio

import support


async def case_counter():
    total = 0
    for number in range(2_000_000):
        total += number * 3
    return total


async def case_nested():
    hits = 0
    for x in range(1_500):
        for y in range(1_500):
            if (x + y) % 97 == 0:
                hits += 1
    return hits


async def case_while():
    number = 0
    while number < 3_000_000:
        number += 1
    return number


async def case_steps():
    total = 0
    for number in range(1, 9_000_000, 2):
        total += number
    return total


async def case_wait():
    deadline = time.monotonic() + 0.2
    while time.monotonic() < deadline:
        pass
    return time.monotonic() >= deadline


async def case_attribute():
    held = Held()
    await held.run()
    return held.count


class Held:
    count = 0

    async def run(self):
        for number in range(5_000_000):
            self.count += number & 1


async def case_error():
    total = 0
    for number in range(2_000_000):
        total += 10 // (1_999_999 - number)
    return total


if __name__ == "__main__":
    support.run_trio(globals())
