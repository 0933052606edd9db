"""The mistake: a synchronous library in a coroutine stops every other coroutine."""
import asyncio

import requests


async def bad_fetch(url):
    return requests.get(url).text
    #      ^^^^^^^^^^^^ blocking-call requests.get warning


async def main():
    pages = await asyncio.gather(bad_fetch("https://example.com"), bad_fetch("https://example.org"))
    print([len(page) for page in pages])


asyncio.run(main())
