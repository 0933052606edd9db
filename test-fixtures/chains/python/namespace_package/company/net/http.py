import requests


def fetch(url):
    return requests.get(url)


def parse(url):
    return url.split("/")
