"""Learns lemmas from the trees: the longest suffix that decides, and a list of the forms no suffix gets right."""

import collections

LISTED = {"VBD", "VBN", "VBG", "VBZ", "NNS", "JJR", "JJS", "RBR", "RBS"}
LONGEST = 6
LEAST = 3


def script(form, lemma):
    """(how many letters to cut, what to add)."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def apply_script(form, edit):
    return form[: len(form) - edit[0]] + edit[1]


def counts_of(trees):
    """(xpos, form) -> lemma counts. Proper nouns keep their case and are left to rules."""
    counts = collections.defaultdict(collections.Counter)
    for sentence in trees:
        for form, lemma, upos, xpos in zip(sentence["forms"], sentence["lemmas"], sentence["upos"], sentence["xpos"]):
            form = form.replace("’", "'")
            if xpos in ("NNP", "NNPS", "ADD", "GW", "FW", "LS", "NFP", "AFX") or upos in ("PROPN", "X", "SYM", "PUNCT") or lemma == "_":
                continue
            if not any(c.isalpha() for c in form) or form == "":
                continue
            low = lemma if xpos in ("PRP", "JJ") else lemma.lower()
            counts[xpos, form.lower()][low] += 1
    return counts


def suffix_rules(counts):
    """xpos -> {suffix: edit}, each different from what the next shorter suffix says."""
    by_tag = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for (xpos, form), lemmas in counts.items():
        lemma = lemmas.most_common(1)[0][0]
        edit = script(form, lemma.lower())
        for size in range(min(LONGEST, len(form)) + 1):
            if edit[0] <= max(size, 0) + 2:
                by_tag[xpos][form[len(form) - size:]][edit] += 1
    rules = {}
    for xpos, suffixes in by_tag.items():
        kept = {}
        for suffix in sorted(suffixes, key=lambda s: (len(s), s)):
            edit, count = sorted(suffixes[suffix].items(), key=lambda pair: (-pair[1], pair[0]))[0]
            total = sum(suffixes[suffix].values())
            if suffix and (count < LEAST or count < 0.7 * total):
                continue
            if suffix == "" or guess(kept, suffix) != edit:
                kept[suffix] = edit
        rules[xpos] = kept
    return rules


def guess(kept, form):
    for size in range(min(LONGEST, len(form)), -1, -1):
        edit = kept.get(form[len(form) - size:])
        if edit is not None:
            return edit
    return 0, ""


def read_irregular(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]


def learn(trees, irregular):
    """Lines `xpos<TAB>suffix<TAB>cut<TAB>add` and `=xpos<TAB>form<TAB>lemma`; regular inflections are listed too, since a
    form once seen needs no guess."""
    counts = counts_of(trees)
    rules = suffix_rules(counts)
    lines = []
    for lemma, past, participle in irregular:
        for xpos, forms in (("VBD", past), ("VBN", participle)):
            for form in forms.split("/"):
                counts[xpos, form][lemma] += 6
    for xpos in sorted(rules):
        lines += [f"{xpos}\t{suffix}\t{cut}\t{add}" for suffix, (cut, add) in sorted(rules[xpos].items())]
    for (xpos, form), lemmas in sorted(counts.items()):
        lemma, count = sorted(lemmas.items(), key=lambda pair: (-pair[1], pair[0]))[0]
        if xpos in LISTED or lemma != apply_script(form, guess(rules.get(xpos, {}), form)):
            lines.append(f"={xpos}\t{form}\t{lemma}")
    return "\n".join(lines)
