from shop.net import fetch
from src.shop.net import fetch as spelled


async def handler(url):
    fetch(url)
#   ^^^^^ blocking-chain requests.get via requests.get (src/shop/net.py)
    return spelled
