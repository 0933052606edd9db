from files import Flushed


async def handler():
    with Flushed() as file:
    #    ^^^^^^^^^ blocking-chain time.sleep via time.sleep (files.py)
        file.name
    Flushed()
