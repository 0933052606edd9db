# apply: safe
import asyncio
import os


async def sizes(folder):
    for name in os.scandir(folder):
        print(await asyncio.to_thread(os.path.getsize, name))
