"""Checkpoint -> test/sentence/fixture.json: what PyTorch says of fixture.txt, with the weights as shipped. Usage: fixture.py CHECKPOINT"""

import json
import os
import pickle
import sys

import torch

import export
import prepare
import train

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../test/sentence")


def spanning_tree(scores):
    """Heads of the best tree with one root over `scores[dependent][head]`, head 0 the root: every root is tried."""
    size = len(scores)
    best, best_total = None, float("-inf")
    for root in range(1, size + 1):
        table = {d: {h: scores[d - 1][h] for h in range(1, size + 1) if h != d} for d in range(1, size + 1) if d != root}
        heads = arborescence(table, root)
        total = scores[root - 1][0] + sum(scores[d - 1][h] for d, h in heads.items())
        if total > best_total:
            best, best_total = {**heads, root: 0}, total
    return [best[d] for d in range(1, size + 1)]


def arborescence(table, root):
    """Edmonds' algorithm over dictionaries: dependent -> head -> score."""
    heads = {d: max(row, key=row.get) for d, row in table.items()}
    cycle = cycle_in(heads, root)
    if not cycle:
        return heads
    knot = ("knot", cycle[0])
    inside = set(cycle)
    smaller, enter, leave = {}, {}, {}
    for d, row in table.items():
        for h, score in row.items():
            if d in inside and h in inside:
                continue
            if d in inside:
                gain = score - table[d][heads[d]]
                if gain > smaller.setdefault(knot, {}).get(h, float("-inf")):
                    smaller[knot][h], enter[h] = gain, d
            elif h in inside:
                if score > smaller.setdefault(d, {}).get(knot, float("-inf")):
                    smaller[d][knot], leave[d] = score, h
            else:
                smaller.setdefault(d, {})[h] = score
    solved = arborescence(smaller, root)
    result = {d: heads[d] for d in cycle}
    for d, h in solved.items():
        if d == knot:
            result[enter[h]] = h
        else:
            result[d] = leave[d] if h == knot else h
    return result


def cycle_in(heads, root):
    for start in heads:
        path = []
        node = start
        while node != root and node not in path:
            path.append(node)
            node = heads[node]
        if node != root:
            return path[path.index(node):]
    return None


def main(checkpoint):
    saved = torch.load(checkpoint)
    with open(f"{prepare.CACHE}/data.pkl", "rb") as file:
        prepared = pickle.load(file)
    reader = train.build(prepared, saved["hidden"])
    reader.load_state_dict(export.rounded_state(saved["state"]), strict=False)
    reader.eval()
    vocabulary = train.vocabulary_of(prepared)
    temperature = saved.get("temperature", {"head": 1.0, "name": 1.0})
    out = []
    with open(f"{HERE}/fixture.txt", encoding="utf-8") as file, torch.no_grad():
        for forms in (line.split() for line in file):
            batch = train.collate([train.encode({"forms": forms}, vocabulary)])
            states = reader.encode(batch)
            arcs = reader.arc_scores(states, batch)[0]
            heads = spanning_tree(arcs.tolist())
            labels = reader.label_scores(states, torch.tensor([heads]))[0]
            odds = torch.softmax(arcs / temperature["head"], -1)
            names = torch.softmax(reader.name_scores(states)[0] / temperature["name"], -1)
            out.append({
                "forms": forms, "tags": [prepared["tags"][i] for i in reader.tags(states)[0].argmax(-1)], "heads": heads,
                "relations": [best_relation(row, head, prepared["relations"]) for row, head in zip(labels, heads)],
                "headOdds": [round(float(odds[i, head]), 5) for i, head in enumerate(heads)],
                "nameOdds": [[round(float(p), 5) for p in row] for row in names],
            })
    with open(f"{HERE}/fixture.json", "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in out) + "\n]\n")


def best_relation(row, head, relations):
    root = relations.index("root")
    if head == 0:
        return "root"
    return relations[max((i for i in range(len(relations)) if i != root), key=lambda i: float(row[i]))]


if __name__ == "__main__":
    main(sys.argv[1])
