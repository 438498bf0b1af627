"""Checkpoint -> checkpoint with more name heads: trained on the frozen encoder with other mixtures of the corpora (UNER's own labels are worth
more than those drawn from GUM, wikigold and re3d), and joined with the first into one wider head whose scores are their mean.
Usage: refit.py IN OUT"""

import pickle
import sys

import torch
from torch import nn
from torch.nn import functional

import finish
import prepare
import train

SEED = 20260119
MIXTURES = (0.0, 0.0, 0.3, 0.3)
SIZE, DROPOUT, EPOCHS, RATE, BATCH = 64, 0.3, 3, 1e-3, 512


def states_of(reader, sentences, vocabulary):
    """Encoder states and name labels of all tokens, one after the other."""
    encoded = [train.encode(s, vocabulary) for s in sentences]
    states, labels = [], []
    with torch.no_grad():
        for group in train.batches(encoded):
            batch = train.collate([encoded[i] for i in group])
            inside = batch["names"] != train.IGNORED
            states.append(reader.encode(batch)[inside])
            labels.append(batch["names"][inside])
    return torch.cat(states), torch.cat(labels)


def fit_head(parts, weights, labels):
    """A head (two layers) fitted to some parts of the data, each with its weight."""
    states, gold = torch.cat([p[0] for p in parts]), torch.cat([p[1] for p in parts])
    worth = torch.cat([torch.full((len(p[1]),), w) for p, w in zip(parts, weights)])
    head = nn.Sequential(nn.Dropout(DROPOUT), nn.Linear(states.shape[1], SIZE), nn.ReLU(), nn.Dropout(DROPOUT), nn.Linear(SIZE, labels))
    optimiser = torch.optim.Adam(head.parameters(), lr=RATE)
    for _ in range(EPOCHS):
        for chosen in torch.randperm(len(gold)).split(BATCH):
            loss = (functional.cross_entropy(head(states[chosen]), gold[chosen], reduction="none") * worth[chosen]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return head[1], head[4]


def joined(heads):
    """Several heads as one: hidden units side by side, scores averaged."""
    return {
        "names1.weight": torch.cat([first.weight for first, _ in heads]).detach(),
        "names1.bias": torch.cat([first.bias for first, _ in heads]).detach(),
        "names2.weight": torch.cat([second.weight for _, second in heads], dim=1).detach() / len(heads),
        "names2.bias": sum(second.bias for _, second in heads).detach() / len(heads),
    }


def main(source, out):
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    with open(f"{prepare.CACHE}/data.pkl", "rb") as file:
        prepared = pickle.load(file)
    vocabulary = train.vocabulary_of(prepared)
    saved = torch.load(source)
    reader = train.build(prepared, saved["hidden"])
    reader.load_state_dict(saved["state"], strict=False)
    reader.eval()
    trees = prepared["trees"]
    own = states_of(reader, [s for s in trees if s["names"] and not s["id"].startswith("GUM")], vocabulary)
    others = states_of(reader, [s for s in trees if s["id"].startswith("GUM")] + prepared["named"], vocabulary)
    heads = [(reader.names1, reader.names2)]
    for weight in MIXTURES:
        parts, weights = ([own, others], [1.0, weight]) if weight else ([own], [1.0])
        heads.append(fit_head(parts, weights, len(prepared["names"])))
    state = {**saved["state"], **joined(heads)}
    wide = train.build(prepared, saved["hidden"], state["names1.weight"].shape[0])
    wide.load_state_dict(state, strict=False)
    dev = [train.encode(s, vocabulary) for s in prepared["dev"]]
    figures = train.evaluate(wide, {"sentences": prepared["dev"], "encoded": dev}, prepared)
    temperature = finish.fit_temperatures(wide, dev)
    print(figures, temperature)
    torch.save({"hidden": saved["hidden"], "state": state, "figures": figures, "temperature": temperature}, out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
