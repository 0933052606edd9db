import shop
from shop import fetch, pull
from shop.net import http


async def handler(url):
    fetch(url)
#   ^^^^^ blocking-chain requests.get via requests.get (shop/net/http.py)
    pull(url)
#   ^^^^ blocking-chain requests.get via requests.get (shop/net/http.py)
    shop.net.fetch(url)
#   ^^^^^^^^^^^^^^ blocking-chain requests.get via requests.get (shop/net/http.py)
    http.fetch(url)
#   ^^^^^^^^^^ blocking-chain requests.get via requests.get (shop/net/http.py)
    shop.own(url)
    shop.missing(url)
