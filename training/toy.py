"""A toy model from 200 sentences of a small grammar of our own: shows in CI that the whole road from trees to a model file works.
Usage: toy.py OUT.bin [EPOCHS]; prints the last figures as JSON."""

import json
import os
import pickle
import random
import sys
import tempfile

import numpy

NOUNS = "minister army envoy court union rebel council bank".split()
PLACES = "Kenya Norway Peru Ghana Malta Chile".split()
PEOPLE = "Keller Novak Okoro Lindt Moreno Sato".split()
VERBS = {"rejected": "reject", "met": "meet", "warned": "warn", "praised": "praise", "freed": "free", "blamed": "blame"}
DETERMINERS = "the a this".split()


class Sentence:
    """Words as they are said; `word` returns the place of a word, so that heads can be set afterwards."""

    def __init__(self):
        self.rows = []

    def word(self, form, lemma, upos, xpos, relation, name="O"):
        self.rows.append([form, lemma, upos, xpos, 0, relation, name])
        return len(self.rows)

    def hang(self, dependent, head):
        self.rows[dependent - 1][4] = head


def noun_phrase(sentence, dice, relation):
    """`the envoy`, `Okoro`, `the army of Peru`: returns the place of its head."""
    if dice.random() < 0.3:
        form = dice.choice(PEOPLE)
        return sentence.word(form, form, "PROPN", "NNP", relation, "B-PER")
    form = dice.choice(DETERMINERS)
    determiner = sentence.word(form, form, "DET", "DT", "det")
    form = dice.choice(NOUNS)
    noun = sentence.word(form, form, "NOUN", "NN", relation)
    sentence.hang(determiner, noun)
    if dice.random() < 0.4:
        of = sentence.word("of", "of", "ADP", "IN", "case")
        form = dice.choice(PLACES)
        place = sentence.word(form, form, "PROPN", "NNP", "nmod", "B-LOC")
        sentence.hang(of, place)
        sentence.hang(place, noun)
    return noun


def clause(dice):
    sentence = Sentence()
    passive = dice.random() < 0.3
    subject = noun_phrase(sentence, dice, "nsubj:pass" if passive else "nsubj")
    auxiliary = sentence.word("was", "be", "AUX", "VBD", "aux:pass") if passive else None
    form = dice.choice(sorted(VERBS))
    verb = sentence.word(form, VERBS[form], "VERB", "VBN" if passive else "VBD", "root")
    sentence.hang(subject, verb)
    if passive:
        sentence.hang(auxiliary, verb)
        by = sentence.word("by", "by", "ADP", "IN", "case")
        agent = noun_phrase(sentence, dice, "obl:agent")
        sentence.hang(by, agent)
        sentence.hang(agent, verb)
    else:
        sentence.hang(noun_phrase(sentence, dice, "obj"), verb)
    sentence.hang(sentence.word(".", ".", "PUNCT", ".", "punct"), verb)
    forms, lemmas, upos, xpos, heads, relations, names = map(list, zip(*sentence.rows))
    return {"id": "toy", "forms": forms, "lemmas": lemmas, "upos": upos, "xpos": xpos, "heads": heads, "relations": relations, "names": names}


def prepared(dice):
    trees = [clause(dice) for _ in range(200)]
    column = lambda key: sorted({item for tree in trees for item in tree[key]})
    words = [form.lower() for form in column("forms")]
    words = sorted(set(words))
    vectors = numpy.random.RandomState(1).randint(-40, 40, (len(words), 100)).astype(numpy.int8)
    return {
        "trees": trees[:160], "dev": trees[160:], "named": [], "words": words, "vector_words": words, "vectors": vectors,
        "scales": numpy.full(len(words), 0.01, numpy.float32), "relations": column("relations"),
        "tags": sorted({u + "|" + x for tree in trees for u, x in zip(tree["upos"], tree["xpos"])}),
        "names": ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"],
    }


def main(out, epochs=20):
    with tempfile.TemporaryDirectory() as cache:
        os.environ["DEMARCHE_CACHE"] = cache
        import export
        import train

        with open(f"{cache}/data.pkl", "wb") as file:
            pickle.dump(prepared(random.Random(7)), file)
        sys.stdout, stdout = sys.stderr, sys.stdout
        train.main(f"{cache}/toy.pt", 16, epochs, batch_tokens=60, warm=20)
        export.main(f"{cache}/toy.pt", out)
        sys.stdout = stdout
        import torch

        print(json.dumps(torch.load(f"{cache}/toy.pt")["figures"]))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
