"""Checkpoint -> final checkpoint: how much is taken off the score of "no name", and the temperatures, fitted on dev. The head learns from corpora
that leave many names unmarked, so it says "no name" too readily.
Usage: names.py IN OUT"""

import pickle
import sys

import torch

import finish
import prepare
import train

STEPS = [round(0.2 * i, 1) for i in range(11)]
OUTSIDE = "O"


def spans_of(labels):
    """The names of one sentence: (first, after last, class) of every run of labels; a stray inside label begins one."""
    spans, first, kind = set(), None, None
    for i, label in enumerate([*labels, OUTSIDE]):
        prefix, _, found = label.partition("-")
        if first is not None and (prefix != "I" or found != kind):
            spans.add((first, i, kind))
            first = None
        if prefix != OUTSIDE and first is None and found != "OTH":
            first, kind = i, found
    return spans


def fit_outside(reader, dev, lists):
    """The step that gives the best F1 of whole names on dev."""
    outside = lists["names"].index(OUTSIDE)
    counts = [[0, 0] for _ in STEPS]
    reader.eval()
    with torch.no_grad():
        for group in train.batches(dev["encoded"]):
            scores = reader.name_scores(reader.encode(train.collate([dev["encoded"][i] for i in group])))
            for count, step in zip(counts, STEPS):
                guessed = (scores - step * torch.nn.functional.one_hot(torch.tensor(outside), scores.shape[-1])).argmax(-1)
                for row, i in enumerate(group):
                    gold = dev["sentences"][i]["names"]
                    if not gold:
                        continue
                    known = spans_of(gold)
                    found = spans_of([lists["names"][label] for label in guessed[row][: len(gold)]])
                    count[0] += len(known & found)
                    count[1] += len(known) + len(found)
    figures = [round(200 * right / max(1, total), 2) for right, total in counts]
    print(dict(zip(STEPS, figures)))
    return STEPS[figures.index(max(figures))], max(figures)


def main(source, out):
    torch.set_num_threads(1)
    with open(f"{prepare.CACHE}/data.pkl", "rb") as file:
        prepared = pickle.load(file)
    vocabulary = train.vocabulary_of(prepared)
    saved = torch.load(source)
    reader = train.build(prepared, saved["hidden"])
    reader.load_state_dict(saved["state"], strict=False)
    dev = {"sentences": prepared["dev"], "encoded": [train.encode(s, vocabulary) for s in prepared["dev"]]}
    step, f1 = fit_outside(reader, dev, prepared)
    with torch.no_grad():
        reader.names2.bias[prepared["names"].index(OUTSIDE)] -= step
    temperature = finish.fit_temperatures(reader, dev["encoded"])
    state = {k: v for k, v in reader.state_dict().items() if k != "vectors.weight"}
    figures = {**saved["figures"], "nameF1": f1}
    print(step, figures, temperature)
    torch.save({"hidden": saved["hidden"], "state": state, "figures": figures, "temperature": temperature}, out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
