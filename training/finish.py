"""Checkpoint -> final checkpoint: some epochs with the rate falling to zero, then temperatures fitted on dev.
Usage: finish.py IN OUT EPOCHS [STOP]: the rate falls as for EPOCHS epochs, training stops after STOP of them."""

import os
import pickle
import random
import sys
import time

import torch
from torch.nn import functional

import prepare
import train

SEED = 20260118
RATE, AVERAGE, NAME_WEIGHT = 1e-3, 0.995, 1.5
TEMPERATURES = [0.6 + 0.05 * i for i in range(29)]


def loss_of(reader, batch):
    """As in training, names weighed more: their head has the fewest examples."""
    states = reader.encode(batch)
    cross = lambda scores, gold: functional.cross_entropy(
        scores.flatten(0, 1), gold.flatten(), ignore_index=train.IGNORED, reduction="sum")
    total = NAME_WEIGHT * cross(reader.name_scores(states), batch["names"])
    if (batch["heads"] != train.IGNORED).any():
        heads = batch["heads"].clamp(min=0)
        total = total + cross(reader.tags(states), batch["tags"]) + cross(reader.arc_scores(states, batch), batch["heads"])
        total = total + cross(reader.label_scores(states, heads), batch["relations"])
    return total / batch["length"].sum()


def fit_temperatures(reader, dev):
    """The temperature that makes gold heads, and gold name labels, most probable on dev."""
    reader.eval()
    losses = {"head": [0.0] * len(TEMPERATURES), "name": [0.0] * len(TEMPERATURES)}
    with torch.no_grad():
        for group in train.batches(dev):
            batch = train.collate([dev[i] for i in group])
            states = reader.encode(batch)
            scores = {"head": (reader.arc_scores(states, batch), batch["heads"]), "name": (reader.name_scores(states), batch["names"])}
            for kind, (table, gold) in scores.items():
                for i, temperature in enumerate(TEMPERATURES):
                    losses[kind][i] += float(functional.cross_entropy(
                        (table / temperature).flatten(0, 1), gold.flatten(), ignore_index=train.IGNORED, reduction="sum"))
    reader.train()
    return {kind: round(TEMPERATURES[row.index(min(row))], 2) for kind, row in losses.items()}


def main(source, out, epochs, stop=None):
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    with open(f"{prepare.CACHE}/data.pkl", "rb") as file:
        prepared = pickle.load(file)
    vocabulary = train.vocabulary_of(prepared)
    saved = torch.load(source)
    reader = train.build(prepared, saved["hidden"])
    reader.load_state_dict(saved["state"], strict=False)
    corpus = [s for s in prepared["trees"] + prepared["named"] if len(s["forms"]) <= 120]
    dev = {"sentences": prepared["dev"], "encoded": [train.encode(s, vocabulary) for s in prepared["dev"]]}
    trained = [p for p in reader.parameters() if p.requires_grad]
    average = [p.detach().clone() for p in trained]
    optimiser = torch.optim.Adam(trained, lr=RATE, betas=(0.9, 0.95))
    step, steps, started = 0, 0, time.time()
    for epoch in range(stop or epochs):
        encoded = [train.encode(train.varied(s, dice), vocabulary) for s in corpus]
        groups = train.batches(encoded, dice)
        steps = steps or epochs * len(groups)
        for group in groups:
            for part in optimiser.param_groups:
                part["lr"] = RATE * min(1, (step + 1) / 50) * max(0.01, 1 - step / steps)
            loss = loss_of(reader, train.collate([encoded[i] for i in group]))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 2.0)
            optimiser.step()
            step += 1
            for mean, value in zip(average, trained):
                mean.mul_(AVERAGE).add_(value.detach(), alpha=1 - AVERAGE)
        own = [p.detach().clone() for p in trained]
        for p, mean in zip(trained, average):
            p.data.copy_(mean)
        figures = train.evaluate(reader, dev, prepared)
        temperature = fit_temperatures(reader, dev["encoded"])
        print(epoch + 1, figures, temperature, f"{time.time() - started:.0f}s", flush=True)
        state = {k: v for k, v in reader.state_dict().items() if k != "vectors.weight"}
        torch.save({"hidden": saved["hidden"], "state": state, "figures": figures, "temperature": temperature}, out + ".tmp")
        os.replace(out + ".tmp", out)
        for p, value in zip(trained, own):
            p.data.copy_(value)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:5]))
