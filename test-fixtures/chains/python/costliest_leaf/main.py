from steps import everything, tidy


async def handler(paths):
    everything("a")
#   ^^^^^^^^^^ blocking-chain requests.get warning via _fetch (steps.py), requests.get (steps.py); also builtins.open, os.path.exists
    tidy("a")
#   ^^^^ blocking-chain os.path.exists hint via os.path.exists (steps.py)
    for path in paths:
        tidy(path)
#       ^^^^ blocking-chain os.path.exists warning via os.path.exists (steps.py)
