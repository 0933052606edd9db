from child import Child


async def handler(path):
    Child(path)
#   ^^^^^ blocking-chain time.sleep via Middle (child.py), Base (middle.py), time.sleep (base.py)
    Child.plain(path)
