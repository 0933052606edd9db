from middle import prepare
from work import heavy, light


async def handler(data):
    heavy(range(10**7))
#   ^^^^^ blocking-chain heavy-loop warning via for loop (work.py)
    heavy([1, 2, 3])
    heavy(data)
    light(range(10**7))
    prepare()
#   ^^^^^^^ blocking-chain heavy-loop warning via heavy (middle.py), for loop (work.py)
