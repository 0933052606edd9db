from locks import Lock, Later, Quiet, locked, quiet


async def handler():
    with Lock():
    #    ^^^^^^ blocking-chain time.sleep via time.sleep (locks.py)
        pass
    with Quiet() as held:
        held.name
    with locked():
    #    ^^^^^^^^ blocking-chain time.sleep via time.sleep (locks.py)
        pass
    with quiet():
        pass
    async with Later():
        pass
    locked()
    Lock()
