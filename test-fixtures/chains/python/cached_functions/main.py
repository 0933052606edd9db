from settings import load, load_all, quiet


async def handler():
    load()
#   ^^^^ blocking-chain time.sleep via time.sleep (settings.py)
    load_all("a")
#   ^^^^^^^^ blocking-chain time.sleep via time.sleep (settings.py)
    quiet()
