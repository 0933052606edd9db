"""A project's own words for threads: a function that hands its parameter to an executor is an offloader too."""
import asyncio
import functools
import os
import time

import anyio


async def run_blocking(function, *arguments):
    return await asyncio.to_thread(function, *arguments)


async def in_pool(function, *arguments, **keywords):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, functools.partial(function, *arguments, **keywords))


def in_background(function):
    @functools.wraps(function)
    async def wrapper(*arguments):
        return await anyio.to_thread.run_sync(lambda: function(*arguments))

    return wrapper


class Worker:
    async def run(self, function, *arguments):
        return await asyncio.to_thread(function, *arguments)

    async def work(self, path):
        await self.run(lambda: os.stat(path))
        await self.run(os.stat, os.readlink(path))
        #                       ^^^^^^^^^^^ blocking-call os.readlink hint


@in_background
def decorated(path):
    return os.stat(path)


async def main(path):
    await run_blocking(os.stat, path)
    await run_blocking(lambda: os.stat(path))
    await in_pool(lambda: time.sleep(1))
    await in_background(lambda: time.sleep(1))()
    await run_blocking(print, os.stat(path))
    #                         ^^^^^^^ blocking-call os.stat hint
    await decorated(path)
