import asyncio


async def total(self, rows):
    await asyncio.sleep(0)
    found = 0
    for number in range(5_000_000):
        if number % 3:
            continue
        found += self.weights[number % 7]
    return found
