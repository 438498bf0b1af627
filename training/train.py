"""data.pkl -> a checkpoint of averaged weights after every epoch. Usage: train.py OUT HIDDEN EPOCHS [STOP]: the rate falls as
for EPOCHS epochs; training stops after STOP of them."""

import math
import os
import pickle
import random
import sys
import time

import numpy
import torch
from torch.nn import functional

import features
import model
import prepare

SEED = 20260117
BATCH_TOKENS = 640
RATE, DROPOUT, AVERAGE = 3e-3, 0.28, 0.998
SMALL_WORDS = set("a an the of in on at to for and or but by with from as is are be vs".split())
IGNORED = -100


def encode(sentence, vocabulary):
    """Numbers of one sentence; a missing annotation becomes IGNORED."""
    forms = sentence["forms"]
    row = lambda kind, items: numpy.array([vocabulary[kind].get(item, IGNORED) for item in items])
    numbers = {
        "vector": numpy.array([vocabulary["vectors"].get(features.vector_key(f), 0) for f in forms]),
        "word": numpy.array([vocabulary["words"].get(features.word_key(f), 0) for f in forms]),
        "hashed": numpy.array([features.hashed(f) for f in forms]),
        "names": row("names", sentence.get("names") or [None] * len(forms)),
    }
    if "heads" in sentence:
        tags = map(prepare.tag_of, sentence["upos"], sentence["xpos"])
        return {**numbers, "tags": row("tags", tags), "relations": row("relations", sentence["relations"]),
                "heads": numpy.array(sentence["heads"])}
    none = numpy.full(len(forms), IGNORED)
    return {**numbers, "tags": none, "relations": none, "heads": none}


def varied(sentence, dice):
    """Some sentences in the dress of headlines: title case, capitals, no full stop, single quotes."""
    forms = sentence["forms"]
    throw = dice.random()
    if throw < 0.05:
        forms = [f if i and f.lower() in SMALL_WORDS else f[:1].upper() + f[1:] for i, f in enumerate(forms)]
    elif throw < 0.06:
        forms = [f.upper() for f in forms]
    if dice.random() < 0.15:
        forms = ["'" if f in ('"', "``", "''", "“", "”") else f for f in forms]
    changed = {**sentence, "forms": forms}
    heads = sentence.get("heads")
    if len(forms) > 3 and forms[-1] == "." and dice.random() < 0.08 and not (heads and len(forms) in heads):
        changed = {k: v[:-1] if isinstance(v, list) else v for k, v in changed.items()}
    return changed


def batches(encoded, dice=None, batch_tokens=BATCH_TOKENS):
    """Sentences of like length together, about `batch_tokens` a batch."""
    order = sorted(range(len(encoded)), key=lambda i: (len(encoded[i]["word"]) + (dice.random() * 4 if dice else 0)))
    groups, group = [], []
    for i in order:
        longest = len(encoded[i]["word"])
        if group and longest * (len(group) + 1) > batch_tokens:
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    if dice:
        dice.shuffle(groups)
    return groups


def distance_table(longest=256):
    table = [[model.distance_bucket(head, dependent + 1) for head in range(longest + 1)] for dependent in range(longest)]
    return torch.tensor(table)


DISTANCE = distance_table()


def collate(rows):
    longest = max(len(row["word"]) for row in rows)
    pad = lambda key, fill: torch.tensor(numpy.stack(
        [numpy.pad(row[key], [(0, longest - len(row[key]))] + [(0, 0)] * (row[key].ndim - 1), constant_values=fill)
         for row in rows]))
    batch = {key: pad(key, 0) for key in ("vector", "word", "hashed")}
    batch.update({key: pad(key, IGNORED) for key in ("tags", "relations", "heads", "names")})
    batch["length"] = torch.tensor([len(row["word"]) for row in rows])
    batch["distance"] = DISTANCE[:longest, :longest + 1]
    batch["no_head"] = torch.arange(longest + 1)[None, :] > batch["length"][:, None]
    return batch


def loss_of(reader, batch):
    states = reader.encode(batch)
    cross = lambda scores, gold: functional.cross_entropy(
        scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum")
    total = cross(reader.name_scores(states), batch["names"])
    if (batch["heads"] != IGNORED).any():
        heads = batch["heads"].clamp(min=0)
        total = total + cross(reader.tags(states), batch["tags"]) + cross(reader.arc_scores(states, batch), batch["heads"])
        total = total + cross(reader.label_scores(states, heads), batch["relations"])
    return total / batch["length"].sum()


def evaluate(reader, dev, lists):
    """Quick figures on dev: greedy heads, predicted tags; names by token. The real ones come from `npm run eval`."""
    right = {"upos": 0, "xpos": 0, "uas": 0, "las": 0, "total": 0, "name": 0, "names": 0, "guessed": 0}
    base = lambda relation: relation.split(":")[0]
    reader.eval()
    with torch.no_grad():
        for group in batches(dev["encoded"]):
            batch = collate([dev["encoded"][i] for i in group])
            states = reader.encode(batch)
            tags, names = reader.tags(states).argmax(-1), reader.name_scores(states).argmax(-1)
            heads = reader.arc_scores(states, batch).argmax(-1)
            labels = reader.label_scores(states, heads).argmax(-1)
            for b, i in enumerate(group):
                gold = dev["sentences"][i]
                for t in range(len(gold["forms"])):
                    upos, xpos = lists["tags"][tags[b, t]].split("|")
                    hit = int(heads[b, t]) == gold["heads"][t]
                    right["upos"] += upos == gold["upos"][t]
                    right["xpos"] += xpos == gold["xpos"][t]
                    right["uas"] += hit
                    right["las"] += hit and base(lists["relations"][labels[b, t]]) == base(gold["relations"][t])
                    right["total"] += 1
                    name, known = lists["names"][names[b, t]], (gold["names"] or ["O"] * 999)[t]
                    name = "O" if name.endswith("OTH") else name
                    right["names"] += known != "O"
                    right["guessed"] += name != "O"
                    right["name"] += known != "O" and name == known
    reader.train()
    figures = {key: round(100 * right[key] / right["total"], 2) for key in ("upos", "xpos", "uas", "las")}
    figures["nameTokenF1"] = round(200 * right["name"] / max(1, right["names"] + right["guessed"]), 2)
    return figures


def build(prepared, hidden):
    vectors = prepared["vectors"].astype(numpy.float32) * prepared["scales"][:, None]
    vectors = torch.tensor(numpy.concatenate([numpy.zeros((1, vectors.shape[1]), numpy.float32), vectors]))
    sizes = {key: len(prepared[key]) for key in ("words", "tags", "relations", "names")}
    return model.Reader(sizes, vectors, hidden, DROPOUT)


def vocabulary_of(prepared):
    index = lambda items, first: {item: i + first for i, item in enumerate(items)}
    return {"vectors": index(prepared["vector_words"], 1), "words": index(prepared["words"], 1),
            **{key: index(prepared[key], 0) for key in ("tags", "relations", "names")}}


def main(out, hidden, epochs, stop=None, batch_tokens=BATCH_TOKENS, warm=200):
    """Trains on what prepare.py left, and writes the averaged weights after every epoch."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    with open(f"{prepare.CACHE}/data.pkl", "rb") as file:
        prepared = pickle.load(file)
    vocabulary = vocabulary_of(prepared)
    reader = build(prepared, hidden)
    corpus = [s for s in prepared["trees"] + prepared["named"] if len(s["forms"]) <= 120]
    dev = {"sentences": prepared["dev"], "encoded": [encode(s, vocabulary) for s in prepared["dev"]]}
    trained = [p for p in reader.parameters() if p.requires_grad]
    average = [p.detach().clone() for p in trained]
    optimiser = torch.optim.Adam(trained, lr=RATE, betas=(0.9, 0.95))
    step, steps, started = 0, 0, time.time()
    for epoch in range(stop or epochs):
        encoded = [encode(varied(s, dice), vocabulary) for s in corpus]
        groups = batches(encoded, dice, batch_tokens)
        steps = steps or epochs * len(groups)
        total = 0.0
        for group in groups:
            rate = RATE * min(1, (step + 1) / warm) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, step / steps))))
            for part in optimiser.param_groups:
                part["lr"] = rate
            loss = loss_of(reader, collate([encoded[i] for i in group]))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 2.0)
            optimiser.step()
            step += 1
            keep = min(AVERAGE, step / (step + 50))
            for mean, value in zip(average, trained):
                mean.mul_(keep).add_(value.detach(), alpha=1 - keep)
            total += float(loss)
        own = [p.detach().clone() for p in trained]
        for p, mean in zip(trained, average):
            p.data.copy_(mean)
        figures = evaluate(reader, dev, prepared)
        print(epoch + 1, round(total / len(groups), 3), figures, f"{time.time() - started:.0f}s", flush=True)
        state = {k: v for k, v in reader.state_dict().items() if k != "vectors.weight"}
        torch.save({"hidden": hidden, "state": state, "figures": figures, "epoch": epoch + 1}, out + ".tmp")
        os.replace(out + ".tmp", out)
        for p, value in zip(trained, own):
            p.data.copy_(value)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]))
