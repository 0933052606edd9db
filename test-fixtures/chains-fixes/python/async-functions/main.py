# fix: Make
# fixes: 1
# title: Make `load_config`, 1 helper and 2 callers async (4 files) (unsafe: other code runs while it waits)
import asyncio

import config
from config import load_config
from describe import describe


async def main():
    settings = load_config("settings.json")
    print(settings["name"], config.load_config("settings.json")["port"])
    print(await describe())
    print([load_config("settings.json")["port"] for _ in range(2)])


asyncio.run(main())
