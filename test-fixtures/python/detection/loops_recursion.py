"""Functions that call themselves twice with a smaller number: exponential, unless they keep their results."""
import functools


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def hanoi(n, a, b, c):
    if n == 0:
        return
    hanoi(n - 1, a, c, b)
    print(a, b)
    hanoi(n - 1, c, b, a)


class Numbers:
    def fib(self, n):
        return n if n < 2 else self.fib(n - 1) + self.fib(n - 2)


def paths(x, y):
    if x == 0 or y == 0:
        return 1
    left = paths(x - 1, y)
    down = paths(x, y - 1)
    return left + down


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


def either(n):
    if n % 2:
        return either(n - 1)
    return 1 if n < 2 else either(n - 2) if n > 5 else either(n - 1)


@functools.lru_cache
def cached(n):
    return n if n < 2 else cached(n - 1) + cached(n - 2)


def remembering(n, memo={}):
    if n in memo:
        return memo[n]
    memo[n] = n if n < 2 else remembering(n - 1) + remembering(n - 2)
    return memo[n]


def walk(node):
    return walk(node.left) + walk(node.right)


def halves(items):
    middle = len(items) // 2
    return halves(items[:middle]) + halves(items[middle:])


def ackermann(text):
    return ackermann(text + "a") + ackermann(text + "b")


async def handler(node, numbers: Numbers):
    fib(35)
#   ^^^ blocking-chain heavy-loop warning
    hanoi(20, 1, 2, 3)
#   ^^^^^ blocking-chain heavy-loop warning
    numbers.fib(30)
#   ^^^^^^^^^^^ blocking-chain heavy-loop warning
    paths(10, 10)
#   ^^^^^ blocking-chain heavy-loop warning
    count(10)
    either(10)
    cached(100)
    remembering(100)
    walk(node)
    halves([1, 2])
    ackermann("a")
