"""Chance from a fixed seed. Only `random()` is used: its stream is the same in every version of Python 3."""

import math
import random


class Chance:
    def __init__(self, seed):
        self._random = random.Random(seed)

    def unit(self):
        return self._random.random()

    def between(self, low, high):
        return low + (high - low) * self.unit()

    def whole(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self.unit() * (high - low + 1))

    def one_of(self, values):
        return values[int(self.unit() * len(values))]

    def shuffled(self, values):
        values = list(values)
        for last in range(len(values) - 1, 0, -1):
            other = int(self.unit() * (last + 1))
            values[last], values[other] = values[other], values[last]
        return values

    def arrivals(self, start, end, per_minute):
        """Instants of a Poisson process."""
        instant = start
        while True:
            instant -= math.log(1 - self.unit()) * 60 / per_minute
            if instant >= end:
                return
            yield instant

    def hexadecimal(self, digits):
        return "".join(self.one_of("0123456789abcdef") for _ in range(digits))
