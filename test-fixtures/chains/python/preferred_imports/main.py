try:
    from fast import load
except ImportError:
    from slow import load

try:
    from fast import save
except ImportError:
    save = None


async def handler(path):
    load(path)
#   ^^^^ blocking-chain time.sleep via time.sleep (fast.py)
    save(path)
