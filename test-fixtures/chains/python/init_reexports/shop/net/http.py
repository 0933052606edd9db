import requests


def fetch(url):
    return requests.get(url)


def own(url):
    return requests.get(url)
