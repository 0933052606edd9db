from ports import Several, Single, Unused


async def handler(single: Single, several: Several, unused: Unused):
    single.load()
#   ^^^^^^^^^^^ blocking-chain time.sleep warning via time.sleep (adapters.py)
    single.close()
    await single.later()
    several.load()
#   ^^^^^^^^^^^^ blocking-chain time.sleep hint via time.sleep (adapters.py); in 1 of 2
    several.save()
#   ^^^^^^^^^^^^ blocking-chain time.sleep warning via time.sleep (adapters.py)
    unused.load()
