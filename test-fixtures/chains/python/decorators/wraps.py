import asyncio
import functools

import requests

registry = []


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(function.__name__)
        return function(*args, **kwargs)

    return wrapper


def retried(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                function(*args, **kwargs)

        return wrapper

    return decorate


def register(function):
    registry.append(function)
    return function


def quietly(function):
    def wrapper(*args, **kwargs):
        requests.get("https://example.org")
        return function(*args, **kwargs)

    return wrapper


def in_thread(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return await asyncio.to_thread(function, *args, **kwargs)

    return wrapper


def later(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return asyncio.get_running_loop().run_in_executor(None, function)

    return wrapper
