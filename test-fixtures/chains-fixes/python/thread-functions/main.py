# fix: in a thread
# fixes: 5
import asyncio

import settings
from settings import load, read_lines as lines


async def main():
    print(load("settings.txt", default="none"))
    print(settings.load("missing.txt", default="none"))
    print(len(lines("settings.txt")), [line for line in lines("settings.txt") if line])
    try:
        settings.must_exist("missing.txt")
    except FileNotFoundError as error:
        print(type(error).__name__)


asyncio.run(main())
