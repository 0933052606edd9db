from disk import load, save
from typed import show


async def handler(path):
    load(path)
#   ^^^^ blocking-chain time.sleep via time.sleep (disk.py)
    save(path)
    show(path)
