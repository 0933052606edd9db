# Loops that wait for a clock or for somebody else.
# rewrites: 8
# stalls: loops
import asyncio
import threading
import time
from time import monotonic

import support


class Flag:
    def __init__(self):
        self.is_set = False


def later(flag):
    def work():
        time.sleep(0.3)
        flag.is_set = True

    threading.Thread(target=work).start()


async def case_deadline():
    deadline = time.time() + 0.3
    while time.time() < deadline:
        pass
    return time.time() >= deadline


async def case_deadline_reversed():
    deadline = time.monotonic() + 0.2
    while deadline > time.monotonic():
        continue
    return time.monotonic() >= deadline


async def case_elapsed():
    start = time.perf_counter()
    while time.perf_counter() - start < 0.2:
        pass
    return time.perf_counter() - start >= 0.2


async def case_sum_of_times():
    start = monotonic()
    while monotonic() < start + 0.2:
        pass
    return monotonic() >= start + 0.2


async def case_on_one_line():
    deadline = time.time() + 0.2
    while time.time() < deadline: pass
    return time.time() >= deadline


async def case_flag():
    flag = Flag()
    later(flag)
    while not flag.is_set:
        pass
    return flag.is_set


async def case_counts_meanwhile():
    rounds = 0
    deadline = time.time() + 0.2
    while time.time() < deadline:
        rounds += 1
    return rounds > 0


async def case_in_a_function():
    deadline = time.time() + 0.2

    async def wait():
        while time.time() < deadline:
            ...

    await wait()
    return time.time() >= deadline


if __name__ == "__main__":
    support.run(globals())
