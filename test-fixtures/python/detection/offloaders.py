"""An indexer that leaves the loop free: functions handed to threads and processes, by every library's own words."""
import asyncio
import functools
import multiprocessing
import os
import shutil
import threading
import time
from asyncio import to_thread
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import anyio
import anyio.to_thread
import trio
from anyio import to_process, to_thread as threads
from asgiref.sync import sync_to_async
from fastapi.concurrency import run_in_threadpool
from starlette.concurrency import run_in_threadpool as starlette_pool

POOL = ThreadPoolExecutor()


async def by_asyncio(path):
    await asyncio.to_thread(shutil.rmtree, path)
    await to_thread(os.stat, path)
    await asyncio.to_thread(lambda: os.stat(path))
    await asyncio.to_thread(functools.partial(os.stat, path, follow_symlinks=False))
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, os.stat, path)
    await loop.run_in_executor(POOL, functools.partial(os.stat, path))
    await asyncio.get_event_loop().run_in_executor(None, lambda: os.stat(path))
    await asyncio.wait_for(asyncio.to_thread(time.sleep, 1), 2)
    return await asyncio.gather(*(asyncio.to_thread(os.stat, name) for name in [path]))


async def by_others(path, hass, app):
    await anyio.to_thread.run_sync(os.stat, path)
    await threads.run_sync(lambda: os.stat(path))
    await to_process.run_sync(os.stat, path)
    await trio.to_thread.run_sync(os.stat, path)
    await run_in_threadpool(os.stat, path)
    await starlette_pool(os.stat, path)
    await sync_to_async(os.stat)(path)
    await sync_to_async(lambda: os.stat(path), thread_sensitive=True)()
    await hass.async_add_executor_job(os.stat, path)
    await app.loop.run_in_executor(None, os.stat, path)


async def by_hand(path):
    threading.Thread(target=os.stat, args=(path,)).start()
    threading.Thread(target=lambda: time.sleep(1)).start()
    multiprocessing.Process(target=lambda: time.sleep(1))
    POOL.submit(os.stat, path)
    POOL.submit(lambda: time.sleep(1))
    with ProcessPoolExecutor() as pool:
        pool.submit(time.sleep, 1)


async def by_definition(path):
    def work():
        time.sleep(1)
        return os.stat(path)

    @sync_to_async
    def decorated():
        time.sleep(1)

    await asyncio.to_thread(work)
    await decorated()


async def eager(path):
    await asyncio.to_thread(shutil.rmtree, os.readlink(path))
    #                                      ^^^^^^^^^^^ blocking-call os.readlink hint
    await asyncio.to_thread(functools.partial(shutil.rmtree, os.readlink(path)))
    #                                                        ^^^^^^^^^^^ blocking-call os.readlink hint
    await anyio.to_thread.run_sync(shutil.rmtree, os.readlink(path))
    #                                             ^^^^^^^^^^^ blocking-call os.readlink hint
    await asyncio.to_thread(os.stat(path).__eq__, 1)
    #                       ^^^^^^^ blocking-call os.stat hint
    await asyncio.get_running_loop().run_in_executor(None, print, os.stat(path))
    #                                                             ^^^^^^^ blocking-call os.stat hint
    threading.Thread(target=print, args=(os.stat(path),)).start()
    #                                    ^^^^^^^ blocking-call os.stat hint
    await asyncio.to_thread(lambda size=os.stat(path): size)
    #                                   ^^^^^^^ blocking-call os.stat hint
    await asyncio.to_thread(time.sleep(1))
    #                       ^^^^^^^^^^ blocking-call time.sleep warning


async def taken_back(path):
    POOL.submit(os.stat, path).result()
    #                          ^^^^^^ blocking-call concurrent.futures.Future#result warning
    future = POOL.submit(os.stat, path)
    future.result()
   #^^^^^^^^^^^^^ blocking-call concurrent.futures.Future#result warning
    thread = threading.Thread(target=os.stat)
    thread.start()
    thread.join()
   #^^^^^^^^^^^ blocking-call threading.Thread#join warning


async def drawn_in_threads(path: Path):
    names = path.iterdir() if path else None
    while (name := await asyncio.to_thread(next, names, None)) is not None:
        print(name)
    others = path.iterdir()
    #        ^^^^^^^^^^^^ blocking-call pathlib.Path#iterdir warning
    print(next(others))
