def fetch(url):
    import requests

    return requests.get(url)


async def later(url):
    return url
