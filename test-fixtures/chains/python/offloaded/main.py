import asyncio

import run
from disk import load
from run import in_pool, in_thread


async def handler(loop, pool, path):
    await asyncio.to_thread(load, path)
    await loop.run_in_executor(pool, load, path)
    await in_thread(load, path)
    await in_pool(lambda: load(path))
    await run.Threads().submit(load)
    # What is evaluated before the call is evaluated here.
    await asyncio.to_thread(print, load(path))
    #                              ^^^^ blocking-chain time.sleep via time.sleep (disk.py)
    await in_thread(load(path))
    #               ^^^^ blocking-chain time.sleep via time.sleep (disk.py)
