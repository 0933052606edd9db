"""The way out for synchronous libraries: an executor with threads of its own."""
import asyncio
from concurrent.futures import ThreadPoolExecutor

import requests

executor = ThreadPoolExecutor(max_workers=10)


async def fetch(url):
    loop = asyncio.get_running_loop()
    response = await loop.run_in_executor(executor, requests.get, url)
    return response.text


async def main():
    first, second = await asyncio.gather(fetch("https://example.com"), fetch("https://example.org"))
    print(len(first), len(second))


asyncio.run(main())
