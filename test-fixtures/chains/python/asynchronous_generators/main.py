from log import follow, lines


async def handler(path):
    async for line in follow(path):
        line.strip()
    first = next(lines(path))
    #            ^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (log.py)
    return first, [line async for line in follow(path)]
