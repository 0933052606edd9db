import shop.net


async def run(url):
    shop.net.fetch(url)
#   ^^^^^^^^^^^^^^ blocking-chain requests.get via requests.get (src/shop/net.py)
