from work import costly


async def smaller():
    costly(range(400_000))
#   ^^^^^^ blocking-chain heavy-loop warning via list comprehension (work.py)
    costly(range(400))
    costly(range(500 * 800))
#   ^^^^^^ blocking-chain heavy-loop warning via list comprehension (work.py)
