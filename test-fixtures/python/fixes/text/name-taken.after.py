import asyncio as _asyncio
import time

asyncio = None


async def wait():
    await _asyncio.sleep(1)
