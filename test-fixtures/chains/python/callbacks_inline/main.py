import asyncio
import functools
import time

from run import Runner, each, keep, later, timed


def read(path):
    time.sleep(1)
    return path


async def handler(paths, path):
    sorted(paths, key=read)
    #                 ^^^^ blocking-chain time.sleep via time.sleep (main.py)
    [read(one) for one in paths]
    #^^^^ blocking-chain time.sleep via time.sleep (main.py)
    list(map(read, paths))
    #        ^^^^ blocking-chain time.sleep via time.sleep (main.py)
    for text in [*map(read, paths)]:
        #             ^^^^ blocking-chain time.sleep via time.sleep (main.py)
        print(text)
    await asyncio.to_thread(list, map(read, filter(read, paths)))
    await asyncio.to_thread(sorted, paths, key=read)
    timed(lambda: read(path))
    #             ^^^^ blocking-chain time.sleep via time.sleep (main.py)
    timed(work=read)
    #          ^^^^ blocking-chain time.sleep via time.sleep (main.py)
    each(paths, read)
    #           ^^^^ blocking-chain time.sleep via time.sleep (main.py)
    Runner(read)
    #      ^^^^ blocking-chain time.sleep via time.sleep (main.py)
    await later(read)
    #           ^^^^ blocking-chain time.sleep via time.sleep (main.py)
    keep(read)
    kept = functools.partial(read, path)
    print(read, kept)
