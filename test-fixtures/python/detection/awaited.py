"""A client of asynchronous libraries: what is awaited gives control back, and what is built is awaited by others."""
import asyncio
import os
import time
from pathlib import Path

import aiohttp
import anyio
import httpx
import redis.asyncio
import trio


async def awaited(client: httpx.AsyncClient, path: anyio.Path, cache: redis.asyncio.Redis):
    await client.get("https://example.com")
    await (client.post("https://example.com"))
    (await path.read_text()).strip()
    await cache.get("key")
    await asyncio.sleep(1)
    await anyio.sleep(1)
    await trio.sleep(1)
    async with httpx.AsyncClient() as own, aiohttp.ClientSession() as session:
        await own.get("https://example.com")
        async with session.get("https://example.com") as response:
            return await response.text()


async def built(client: httpx.AsyncClient):
    await asyncio.gather(client.get("a"), client.get("b"), *[client.get(name) for name in "cd"])
    asyncio.create_task(client.get("a"))
    pending = client.get("a")
    async with asyncio.TaskGroup() as group:
        group.create_task(client.get("a"))
        group.create_task(asyncio.sleep(1))
    async with asyncio.timeout(3):
        await pending
    await asyncio.wait_for(client.get("a"), 3)


async def run_again():
    asyncio.run(built(httpx.AsyncClient()))
   #^^^^^^^^^^^ blocking-call asyncio.run warning
    asyncio.get_event_loop().run_until_complete(asyncio.sleep(1))
    #                        ^^^^^^^^^^^^^^^^^^ blocking-call asyncio.AbstractEventLoop#run_until_complete warning


async def not_awaited(path: Path):
    await asyncio.sleep(os.stat("a").st_size)
    #                   ^^^^^^^ blocking-call os.stat hint
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(time.sleep(1)))
    #                                                    ^^^^^^^^^^ blocking-call time.sleep warning
    (await asyncio.sleep(1), path.exists())
    #                        ^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
