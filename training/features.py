"""Features of a word form, computed on UTF-16 code units so that src/sentence/features.ts gives the same numbers."""

import functools

QUOTES = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
          "``": '"', "''": '"', "—": "--", "…": "...", "´": "'", "`": "'"}


def normal(form):
    """One spelling for quotes and dashes."""
    whole = QUOTES.get(form)
    return whole if whole else "".join(QUOTES[c] if c in "‘’‚‛´`" else c for c in form)


def units(text):
    raw = text.encode("utf-16-le", "surrogatepass")
    return [raw[i] | raw[i + 1] << 8 for i in range(0, len(raw), 2)]


def fold_digits(text):
    return "".join("0" if "0" <= c <= "9" else c for c in text)


def bucket(code_units, seed, size):
    """FNV-1a over 16-bit units."""
    value = (2166136261 ^ (seed * 0x9E3779B1)) & 0xFFFFFFFF
    for unit in code_units:
        value = ((value ^ unit) * 16777619) & 0xFFFFFFFF
    value ^= value >> 15
    return value % size


def shape(text):
    """X upper, x lower, d digit, o other letter, anything else itself; runs cut to two."""
    out = []
    for unit in units(text)[:24]:
        c = chr(unit)
        if "0" <= c <= "9":
            kind = "d"
        elif 0xD800 <= unit <= 0xDFFF:
            kind = "o"
        elif c.lower() != c:
            kind = "X"
        elif c.upper() != c:
            kind = "x"
        elif unit > 0x2FF:
            kind = "o"
        else:
            kind = c
        if len(out) < 2 or out[-1] != kind or out[-2] != kind:
            out.append(kind)
    return "".join(out)


HASHED = (("prefix3", 4096, 24), ("suffix3", 4096, 32), ("suffix2", 1024, 16), ("shape", 1024, 24), ("suffix4", 8192, 32))


@functools.lru_cache(maxsize=None)
def hashed(form):
    """Rows in the five hashed tables, in the order of HASHED."""
    text = normal(form)
    low = units(text.lower())
    parts = (low[:3], low[-3:], low[-2:], units(shape(text)), low[:1] + low[-4:])
    return tuple(bucket(part, seed, HASHED[seed][1]) for seed, part in enumerate(parts))


@functools.lru_cache(maxsize=None)
def word_key(form):
    return fold_digits(normal(form).lower())


@functools.lru_cache(maxsize=None)
def vector_key(form):
    return normal(form).lower()
