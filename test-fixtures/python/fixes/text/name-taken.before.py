import time

asyncio = None


async def wait():
    time.sleep(1)
