import asyncio

from work import later, start


async def handler():
    # Each asynchronous function is blamed for what it does itself.
    await later()
    asyncio.create_task(later())
    await start()
    await asyncio.gather(later(), later())
