"""A stand-in for rpds, which has no build for browsers: what jsonschema and referencing use, by copying."""


class HashTrieMap(dict):
    """A mapping whose changed copies are new."""

    @classmethod
    def convert(cls, value):
        return value if isinstance(value, cls) else cls(value)

    def insert(self, key, value):
        return HashTrieMap({**self, key: value})

    def remove(self, key):
        return HashTrieMap((known, value) for known, value in self.items() if known != key)

    discard = remove

    def update(self, *others, **more):
        made = HashTrieMap(self)
        for other in others:
            dict.update(made, other)
        dict.update(made, more)
        return made

    def __hash__(self):
        return hash(frozenset(self.items()))


class HashTrieSet(frozenset):
    """A set whose changed copies are new."""

    def insert(self, value):
        return HashTrieSet(self | {value})

    def remove(self, value):
        return HashTrieSet(self - {value})

    discard = remove

    def update(self, *others):
        return HashTrieSet(self.union(*others))


class List(tuple):
    """A list whose longer copies are new."""

    def __new__(cls, *values):
        return super().__new__(cls, values[0] if len(values) == 1 else values)

    def push_front(self, value):
        return List((value, *self))

    @property
    def first(self):
        return self[0]

    @property
    def rest(self):
        return List(self[1:])
