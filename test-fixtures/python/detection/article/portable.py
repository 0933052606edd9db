"""The portable way: anyio's threads and task groups, whatever the loop underneath."""
import time

import anyio
import requests
import trio


def blocking_function(arg1, arg2):
    time.sleep(arg1)
    return requests.get(arg2)


async def fetch(url):
    return await anyio.to_thread.run_sync(blocking_function, 1, url)


async def fetch_with_trio(url):
    await trio.sleep(1)
    return await trio.to_thread.run_sync(requests.get, url)


async def main(url1, url2):
    result = await anyio.to_thread.run_sync(blocking_function, 2, url1)
    async with anyio.create_task_group() as tg:
        tg.start_soon(fetch, url1)
        tg.start_soon(fetch, url2)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(fetch_with_trio, url1)
    return result


anyio.run(main, "https://example.com", "https://example.org")
anyio.run(main, "https://example.com", "https://example.org", backend="trio")
