import asyncio
from concurrent.futures import ProcessPoolExecutor

from computing import Simulation, count_to, first_even, handed_out, heavy_computation, primes, through_another

process_pool = ProcessPoolExecutor()
NUMBERS = tuple(range(10_000_000))


def prepare():
    return heavy_computation(NUMBERS)


async def on_the_loop(data, simulation: Simulation):
    primes()
#   ^^^^^^ blocking-chain heavy-loop warning via list comprehension (computing.py)
    numbers = list(range(10_000_000))
#             ^^^^ heavy-loop heavy-loop warning
    heavy_computation(numbers)
#   ^^^^^^^^^^^^^^^^^ blocking-chain heavy-loop warning via sum (computing.py)
    heavy_computation(data=numbers)
#   ^^^^^^^^^^^^^^^^^ blocking-chain heavy-loop warning via sum (computing.py)
    count_to(100_000_000)
#   ^^^^^^^^ blocking-chain heavy-loop warning via for loop (computing.py)
    count_to(step=2, limit=10**8)
#   ^^^^^^^^ blocking-chain heavy-loop warning via for loop (computing.py)
    prepare()
#   ^^^^^^^ blocking-chain heavy-loop warning via heavy_computation (main.py), sum (computing.py)
    simulation.run(100_000_000)
#   ^^^^^^^^^^^^^^ blocking-chain heavy-loop warning via for loop (computing.py)
    heavy_computation(range(1_000))
    heavy_computation(data)
    count_to(10)
    count_to(1, 100_000_000)
    first_even(range(100_000_000))
    handed_out(range(100_000_000))


async def off_the_loop():
    loop = asyncio.get_running_loop()
    data = range(10_000_000)
    await loop.run_in_executor(process_pool, heavy_computation, data)
    await asyncio.to_thread(count_to, 100_000_000)
    return await loop.run_in_executor(process_pool, primes)


async def silenced():
    # unblock-ignore-next-line heavy-loop -- it is called once, before anything else runs
    primes()
