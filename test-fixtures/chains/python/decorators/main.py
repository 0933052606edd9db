from work import aside, doubled, guarded, load, logged_later, registered, unknown


async def handler():
    load()
#   ^^^^ blocking-chain time.sleep via time.sleep (work.py)
    doubled()
#   ^^^^^^^ blocking-chain time.sleep via time.sleep (work.py)
    registered()
#   ^^^^^^^^^^ blocking-chain time.sleep via time.sleep (work.py)
    # The wrapper itself blocks.
    guarded()
#   ^^^^^^^ blocking-chain requests.get via requests.get (wraps.py)
    await aside()
    await logged_later()
    unknown()
