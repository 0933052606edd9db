import client.load
import server.load
from client.load import load
from server.load import load as load_here


async def handler(path):
    load(path)
    load_here(path)
#   ^^^^^^^^^ blocking-chain time.sleep via time.sleep (server/load.py)
    client.load.load(path)
    server.load.load(path)
#   ^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (server/load.py)
