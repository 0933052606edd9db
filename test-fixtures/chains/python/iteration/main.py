from log import Log, Names, lines


async def handler(path, log: Log, others):
    lines(path)
    for line in lines(path):
    #           ^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (log.py)
        line.strip()
    for line in log:
    #           ^^^ blocking-chain time.sleep via time.sleep (log.py)
        line.strip()
    for name in Names():
        name.strip()
    for line in others:
        line.strip()
    kept = lines(path)
    return [line for line in kept]
    #                        ^^^^ blocking-chain time.sleep via time.sleep (log.py)
