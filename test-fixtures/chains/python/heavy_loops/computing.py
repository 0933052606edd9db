"""What is heavy by itself, and what is heavy for what it is given."""


def heavy_computation(data):
    return sum(x**2 for x in data)


def count_to(limit, step=1):
    for i in range(limit):
        i += step


def first_even(data):
    for x in data:
        if x % 2 == 0:
            return x


def primes():
    return [n for n in range(2, 5_000_000) if n % 7]


def through_another(data):
    return heavy_computation(data)


def handed_out(data):
    for x in data:
        yield x**2


class Simulation:
    def run(self, steps):
        for step in range(steps):
            self.step = step**2
