import asyncio
import time


async def total(self, rows):
    await asyncio.sleep(0)
    found = 0
    last_yield = time.monotonic()
    for number in range(5_000_000):
        if number % 1024 == 0 and time.monotonic() - last_yield > 0.003:
            await asyncio.sleep(0)
            last_yield = time.monotonic()
        if number % 3:
            continue
        found += self.weights[number % 7]
    return found
