"""Busy waits, and loops without an end: nothing in them gives control back."""
import asyncio
import contextlib
import datetime
import itertools
import os
import sys
import time
from time import monotonic


async def clocks(deadline):
    while time.time() < deadline:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        pass
    while time.monotonic() < deadline: pass
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    while time.perf_counter() - deadline < 5:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        continue
    while datetime.datetime.now() < deadline:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        pass
    while monotonic() < deadline:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        ...
    loop = asyncio.get_running_loop()
    while loop.time() < deadline:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        pass


async def spins(deadline):
    while True:
#   ^^^^^^^^^^ heavy-loop heavy-loop warning
        if time.time() >= deadline:
            break
    while True:
#   ^^^^^^^^^^ heavy-loop heavy-loop warning
        now = time.monotonic()
        if now > deadline:
            return


async def flags(done, event, future, path):
    while not done:
#   ^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        pass
    while not event.is_set():
#   ^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        pass
    while not future.done():
#   ^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        continue
    while not os.path.exists(path):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
#             ^^^^^^^^^^^^^^ blocking-call os.path.exists warning
        pass
    while path is None:
#   ^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        ...


class Worker:
    ready = False

    async def wait(self):
        while not self.ready:
#       ^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
            pass

    async def step(self):
        self.ready = True

    async def hook(self):
        """Others do something here."""

    async def run(self):
        while True:
#       ^^^^^^^^^^ heavy-loop heavy-loop warning
            await self.step()

    async def run_hooks(self):
        while True:
            await self.hook()


async def endless(handle):
    while True:
#   ^^^^^^^^^^ heavy-loop heavy-loop warning
        handle()


async def endless_one(handle):
    while 1:
#   ^^^^^^^ heavy-loop heavy-loop warning
        for item in handle():
            if item:
                break


async def endless_caught(handle):
    while True:
#   ^^^^^^^^^^ heavy-loop heavy-loop warning
        try:
            handle()
        except ValueError:
            print("again")


async def endless_counting(handle):
    for i in itertools.count():
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        handle(i)


async def endless_interrupted(handle):
    try:
        while True:
#       ^^^^^^^^^^ heavy-loop heavy-loop warning
            handle()
    except KeyboardInterrupt:
        print("stopped")


async def never_waits():
    return 1


async def seems_to_wait():
    while True:
#   ^^^^^^^^^^ heavy-loop heavy-loop warning
        await never_waits()


async def waits_below():
    await asyncio.sleep(0)


async def waits_through_another():
    while True:
        await waits_below()


async def giving_turns(deadline, done, queue, lock):
    while time.time() < deadline:
        await asyncio.sleep(0.01)
    while not done:
        await asyncio.sleep(0)
    while True:
        await queue.get()


async def with_a_lock(lock, handle):
    while True:
        async with lock:
            handle()


async def over_a_stream(stream):
    while True:
        async for item in stream:
            print(item)


async def ended(handle, queue):
    while True:
        if handle():
            break
    while True:
        try:
            handle()
        finally:
            break
    while True:
        for item in queue:
            print(item)
        else:
            break
    while True:
        if handle():
            return


async def raised(handle):
    while True:
        if handle():
            raise ValueError


async def exited(handle):
    while True:
        if handle():
            sys.exit(1)


async def ended_by_exception(queue):
    try:
        while True:
            print(queue.get_nowait())
    except asyncio.QueueEmpty:
        pass


async def suppressed(queue):
    with contextlib.suppress(asyncio.QueueEmpty):
        while True:
            print(queue.get_nowait())


async def given_out():
    while True:
        yield 1


def generated():
    while True:
        yield 1


async def does_the_work(file, iterator, step, deadline):
    while file.read(1024):
        pass
    while step():
        pass
    while (item := next(iterator, None)) is not None:
        pass
    while not step(1):
        continue
    while time.time() < deadline:
        if not step():
            break


async def sliced(items):
    # As much as fits into a slice of time.
    start = time.monotonic()
    while items and time.monotonic() - start < 0.008:
        items.pop()()


async def counted(n):
    while n > 0:
        n -= 1


async def counted_endlessly(handle):
    for i in itertools.count():
        if handle(i):
            break
