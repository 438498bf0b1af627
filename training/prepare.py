"""Corpora and vectors -> .cache/training/data.pkl: sentences, vocabularies, distilled word vectors."""

import collections
import gzip
import json
import os
import pickle
import re
import sys

import numpy

import corpora
import features

DATA = os.environ.get("DEMARCHE_DATA", os.path.join(os.path.dirname(__file__), "../../shared/data"))
CACHE = os.environ.get("DEMARCHE_CACHE", os.path.join(os.path.dirname(__file__), "../.cache/training"))
VECTOR_WORDS = 62200
TITLES = set("""mr mrs ms miss dr prof professor president vice prime minister premier chancellor king queen prince princess
emperor empress pope sir lord lady general gen colonel col major captain capt lieutenant lt sergeant sgt admiral commander
senator sen representative rep congressman governor gov mayor judge justice secretary deputy under assistant ambassador
director chairman chief foreign defense defence sheikh ayatollah rabbi reverend rev father saint st special envoy
spokesman spokesperson king acting""".split())
MIN_TAG, MIN_RELATION = 10, 80


def tag_of(upos, xpos):
    return upos + "|" + xpos


def read_trees():
    ewt_names = corpora.read_iob2(f"{DATA}/ner/uner-ewt.train.iob2.gz")
    for sentence in corpora.read_conllu(f"{DATA}/ud/ewt.train.conllu.gz"):
        tags = ewt_names.get(sentence["id"])
        sentence["names"] = tags if tags and len(tags) == len(sentence["forms"]) else None
        yield sentence
    for sentence in corpora.read_conllu(f"{DATA}/ud/gum.train.conllu.gz"):
        sentence["names"] = corpora.gum_names(sentence)
        yield sentence


def read_dev():
    names = corpora.read_iob2(f"{DATA}/ner/uner-ewt.dev.iob2.gz")
    for sentence in corpora.read_conllu(f"{DATA}/ud/ewt.dev.conllu.gz"):
        tags = names.get(sentence["id"])
        sentence["names"] = tags if tags and len(tags) == len(sentence["forms"]) else None
        yield sentence


def runs(tags):
    """(first, end) of each name in BIO tags."""
    first = None
    for i, tag in enumerate(list(tags) + ["O"]):
        if first is not None and (tag is None or not tag.startswith("I-")):
            yield first, i
            first = None
        if tag and tag.startswith("B-"):
            first = i


def settle_countries(trees, named):
    """re3d calls a state that acts an organisation, UNER a place: what UNER and GUM always call a place stays one."""
    kinds = {}
    for sentence in trees:
        for first, end in runs(sentence["names"] or []):
            kinds.setdefault(" ".join(sentence["forms"][first:end]), collections.Counter())[sentence["names"][first][2:]] += 1
    for sentence in named:
        tags = sentence["names"]
        for first, end in list(runs(tags)):
            known = kinds.get(" ".join(sentence["forms"][first:end]))
            if tags[first] == "B-ORG" and known and known["LOC"] > 3 * known["ORG"]:
                for i in range(first, end):
                    tags[i] = tags[i][:2] + "LOC"


def drop_titles(sentences):
    """UNER leaves titles outside a person's name; GUM and re3d count them in."""
    for sentence in sentences:
        tags = sentence["names"]
        for first, end in list(runs(tags)):
            while tags[first] == "B-PER" and first + 1 < end and sentence["forms"][first].rstrip(".").lower() in TITLES:
                tags[first], tags[first + 1] = "O", "B-PER"
                first += 1


def tokenise_roughly(texts):
    """Good enough to learn names from: words, numbers and single marks; a sentence ends at a full stop or a line's end."""
    token = re.compile(r"\w+(?:[.,]\d+)*|'s|’s|[^\w\s]")
    for text in texts:
        sentences = []
        for part in re.finditer(r"[^\n]+?(?:[.!?](?=\s|$)|\n|$)", text):
            spans = [(m.start() + part.start(), m.end() + part.start()) for m in token.finditer(part.group())]
            if spans:
                sentences.append(spans[:150])
        yield sentences


def stream_words():
    """How often each word occurs in raw news: decides which vectors are worth shipping."""
    counts = collections.Counter()
    path = f"{DATA}/stream/2025-05-21.jsonl.gz"
    if os.path.exists(path):
        for line in gzip.open(path, "rt", encoding="utf-8"):
            counts.update(re.findall(r"[^\W\d_]+", json.loads(line)["text"].lower()))
    return counts


def distil(vectors_path, seen):
    """The most useful words: those of the corpora, those of raw news (twice or more), then the most frequent ones."""
    with open(vectors_path, encoding="utf-8") as file:
        source = json.load(file)
    order, vectors = source["words"], source["vectors"]
    news = stream_words()
    chosen = [word for word in order if word in seen or news[word] > 1]
    chosen = chosen[:VECTOR_WORDS]
    have = set(chosen)
    for word in order:
        if len(chosen) >= VECTOR_WORDS:
            break
        if word not in have and not re.search(r"\d", word):
            chosen.append(word)
            have.add(word)
    table = numpy.array([vectors[word][:100] for word in chosen], dtype=numpy.float32)
    scale = numpy.abs(table).max(axis=1, keepdims=True) / 127
    return chosen, numpy.round(table / scale).astype(numpy.int8), scale[:, 0].astype(numpy.float32)


def vocabulary(items, least):
    counts = collections.Counter(items)
    return [item for item, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) if count >= least]


def main(vectors_path):
    trees, dev = list(read_trees()), list(read_dev())
    named = list(corpora.read_wikigold(f"{DATA}/ner/wikigold.txt.gz"))
    named += list(corpora.read_re3d(f"{DATA}/ner/re3d", tokenise_roughly))
    drop_titles([s for s in trees if s["id"].startswith("GUM")] + named)
    settle_countries(trees, named)
    forms = [form for sentence in trees for form in sentence["forms"]]
    words = vocabulary(map(features.word_key, forms), 2)
    seen = {features.vector_key(form) for sentence in trees + named for form in sentence["forms"]}
    vector_words, vectors, scales = distil(vectors_path, seen)
    prepared = {
        "trees": trees, "dev": dev, "named": named, "words": words,
        "vector_words": vector_words, "vectors": vectors, "scales": scales,
        "tags": vocabulary((tag_of(u, x) for s in trees for u, x in zip(s["upos"], s["xpos"])), MIN_TAG),
        "relations": vocabulary((r for s in trees for r in s["relations"]), MIN_RELATION),
        "names": ["O"] + [b + k for k in ("PER", "ORG", "LOC", "OTH") for b in ("B-", "I-")],
    }
    os.makedirs(CACHE, exist_ok=True)
    with open(f"{CACHE}/data.pkl", "wb") as file:
        pickle.dump(prepared, file)
    print({key: len(value) for key, value in prepared.items()})


if __name__ == "__main__":
    main(sys.argv[1])
