# ===- rng.py - Random numbers ----------------------------------------------===//
#
# Part of the deferc project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===------------------------------------------------------------------------===//
"""Random numbers that depend on the seed alone, not on the version of Python."""

MASK = (1 << 64) - 1


class Random:
    """SplitMix64: the same numbers in every version of Python."""

    def __init__(self, *seeds):
        self.state = 0
        for seed in seeds:
            self.state = (self.state ^ (seed & MASK)) & MASK
            # Mixed: else seeds near to each other make the same programs, in another order.
            self.state = self.next()

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        return (self.next() >> 11) % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def one(self, items):
        return items[self.below(len(items))]

    def percent(self, p):
        return self.below(100) < p

    def weighted(self, pairs):
        n = self.below(sum(w for _, w in pairs))
        for item, w in pairs:
            if n < w:
                return item
            n -= w
