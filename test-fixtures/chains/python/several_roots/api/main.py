from common.net import fetch
from common.other import fetch as nowhere


async def handler(url):
    fetch(url)
#   ^^^^^ blocking-chain requests.get via requests.get (api/common/net.py)
    nowhere(url)
