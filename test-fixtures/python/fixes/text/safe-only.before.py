# apply: safe
import os


async def sizes(folder):
    for name in os.scandir(folder):
        print(os.path.getsize(name))
