# fix: in a process
# fixes: 1
import asyncio
import os

from building import compiles


async def main():
    print(compiles("building.py"))
    print(os.path.basename("building.pyc"))


if __name__ == "__main__":
    asyncio.run(main())
