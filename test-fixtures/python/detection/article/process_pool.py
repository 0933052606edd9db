"""The way out for computation: an executor with processes."""
import asyncio
from concurrent.futures import ProcessPoolExecutor


def heavy_computation(data):
    return sum(x ** 2 for x in data)


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as pool:
        data = list(range(10_000_000))
#              ^^^^ heavy-loop heavy-loop warning
        print(await loop.run_in_executor(pool, heavy_computation, data))


if __name__ == "__main__":
    asyncio.run(main())
