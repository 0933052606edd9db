from .net import fetch
from .net.http import fetch as pull


def own(url):
    return url
