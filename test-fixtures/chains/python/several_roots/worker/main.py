from common.net import fetch


async def handler(url):
    fetch(url)
