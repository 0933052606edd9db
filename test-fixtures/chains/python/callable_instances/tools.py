import requests


class Fetch:
    def __call__(self, url):
        return requests.get(url)


class Parse:
    def __call__(self, url):
        return url.split("/")

    async def later(self, url):
        return url


fetch = Fetch()
