"""What every program of this folder does: run its cases, print their results, measure the loop."""

import asyncio
import os
import time


class Heart:
    """The longest time in milliseconds in which the loop did nothing else, and in which its thread computed without a turn."""

    def __init__(self):
        self.longest = 0.0
        self.busiest = 0.0

    async def beat(self, sleep):
        last = time.perf_counter()
        last_busy = time.thread_time()
        while True:
            await sleep(0.005)
            now = time.perf_counter()
            busy = time.thread_time()
            self.longest = max(self.longest, (now - last) * 1000)
            self.busiest = max(self.busiest, (busy - last_busy) * 1000)
            last = now
            last_busy = busy


def remember(heart):
    path = os.environ.get("HEART")
    if path:
        with open(path, "w") as file:
            file.write(f"{round(heart.longest)} {round(heart.busiest)}")


async def show(name, case):
    try:
        result = await case()
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(name, repr(result), flush=True)


def cases(namespace):
    return [(name, value) for name, value in namespace.items() if name.startswith("case_")]


def run(namespace):
    """Under asyncio."""

    async def main():
        heart = Heart()
        beating = asyncio.create_task(heart.beat(asyncio.sleep))
        await asyncio.sleep(0)
        for name, case in cases(namespace):
            await show(name, case)
        await asyncio.sleep(0.02)
        beating.cancel()
        remember(heart)

    asyncio.run(main())


def run_trio(namespace):
    import trio

    async def main():
        heart = Heart()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(heart.beat, trio.sleep)
            await trio.sleep(0.02)
            for name, case in cases(namespace):
                await show(name, case)
            await trio.sleep(0.02)
            nursery.cancel_scope.cancel()
        remember(heart)

    trio.run(main)


def run_anyio(namespace, backend):
    import anyio

    async def main():
        for name, case in cases(namespace):
            await show(name, case)

    anyio.run(main, backend=backend)


def run_timed(namespace):
    """Under asyncio; what is remembered is how long all cases took, in milliseconds."""

    async def main():
        await timed(namespace)

    asyncio.run(main())


def run_timed_trio(namespace):
    import trio

    trio.run(timed, namespace)


def run_timed_anyio(namespace, backend):
    import anyio

    anyio.run(timed, namespace, backend=backend)


async def timed(namespace):
    started = time.perf_counter()
    for name, case in cases(namespace):
        await show(name, case)
    heart = Heart()
    heart.longest = (time.perf_counter() - started) * 1000
    remember(heart)
