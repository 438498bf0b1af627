"""Checkpoint -> data/core.bin. Usage: export.py CHECKPOINT OUT.bin. Weights become bytes with one scale a row."""

import json
import os
import pickle
import sys

import numpy
import torch

import features
import lemmas
import manifest
import model
import prepare


def quantised(weights):
    weights = weights.astype(numpy.float32)
    scale = (numpy.abs(weights).max(axis=1) / 127).astype(numpy.float32)
    scale[scale == 0] = 1
    return numpy.round(weights / scale[:, None]).astype(numpy.int8), scale


class Blobs:
    """Tensors one after the other, each at a multiple of 16 bytes."""

    def __init__(self):
        self.parts, self.size, self.entries = [], 0, {}

    def put(self, raw):
        at = self.size
        padded = raw + b"\0" * (-len(raw) % 16)
        self.parts.append(padded)
        self.size += len(padded)
        return at

    def bytes_of(self, name, table, scale):
        at = self.put(table.tobytes())
        self.entries[name] = {"kind": "i8", "shape": list(table.shape), "at": at, "bytes": table.size,
                              "scales": self.put(scale.tobytes())}

    def matrix(self, name, weights):
        self.bytes_of(name, *quantised(weights))

    def floats(self, name, values):
        values = values.astype(numpy.float32)
        self.entries[name] = {"kind": "f32", "shape": list(values.shape), "at": self.put(values.tobytes()), "bytes": values.nbytes}

    def text(self, name, text):
        raw = text.encode("utf-8")
        self.entries[name] = {"kind": "text", "shape": [len(raw)], "at": self.put(raw), "bytes": len(raw)}


def checksum(raw):
    """The same sum as src/sentence/model-file.ts; 32-bit words."""
    total = 0
    for i, word in enumerate(numpy.frombuffer(raw[: len(raw) // 4 * 4], dtype="<u4").tolist()):
        total = (((total ^ word) * 16777619) + i) & 0xFFFFFFFF
    return total


def rounded_state(state):
    """The weights as the shipped file holds them; the fixture of the tests is computed with these."""
    out = {}
    for key, value in state.items():
        if value.ndim == 2:
            table, scale = quantised(value.numpy())
            value = torch.tensor(table.astype(numpy.float32) * scale[:, None])
        out[key] = value
    return out


def put_weights(blobs, state):
    array = {key: value.numpy() for key, value in state.items()}
    blobs.matrix("words", array["words.weight"])
    for i in range(len(features.HASHED)):
        blobs.matrix(f"hashed{i}", array[f"hashed.{i}.weight"])
    for layer in ("lstm1", "lstm2"):
        for way, suffix in (("forward", ""), ("backward", "_reverse")):
            blobs.matrix(f"{layer}.{way}.input", array[f"{layer}.weight_ih_l0{suffix}"])
            blobs.matrix(f"{layer}.{way}.state", array[f"{layer}.weight_hh_l0{suffix}"])
            blobs.floats(f"{layer}.{way}.bias", array[f"{layer}.bias_ih_l0{suffix}"] + array[f"{layer}.bias_hh_l0{suffix}"])
    for name in ("tags", "names1", "names2", "arc_dependent", "arc_head", "arc_weight", "label_dependent", "label_head", "labels"):
        blobs.matrix(name, array[f"{name}.weight"])
        if f"{name}.bias" in array:
            blobs.floats(f"{name}.bias", array[f"{name}.bias"])
    for name in ("arc_root", "arc_distance", "label_root"):
        blobs.floats(name, array[name])


def main(checkpoint, out):
    saved = torch.load(checkpoint)
    with open(f"{prepare.CACHE}/data.pkl", "rb") as file:
        prepared = pickle.load(file)
    blobs = Blobs()
    blobs.bytes_of("vectors", prepared["vectors"], prepared["scales"])
    blobs.text("vectorWords", "\n".join(prepared["vector_words"]))
    blobs.text("wordList", "\n".join(prepared["words"]))
    put_weights(blobs, saved["state"])
    data = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../data")
    blobs.text("lemmas", lemmas.learn(prepared["trees"], lemmas.read_irregular(f"{data}/irregular.tsv")))
    with open(f"{data}/tokens.tsv", encoding="utf-8") as file:
        blobs.text("tokens", file.read())
    splitter = f"{prepare.CACHE}/splitter.json"
    if os.path.exists(splitter):
        with open(splitter, encoding="utf-8") as file:
            blobs.matrix("splitter", numpy.array([json.load(file)], dtype=numpy.float32))
    temperature = saved.get("temperature", {"head": 1.0, "name": 1.0})
    raw = b"".join(blobs.parts)
    header = {
        "version": 1, "hidden": saved["hidden"], "tags": prepared["tags"], "relations": prepared["relations"],
        "names": prepared["names"], "hashedRows": [rows for _, rows, _ in features.HASHED],
        "distances": list(model.DISTANCES), "temperature": temperature, "checksum": checksum(raw),
        "tensors": blobs.entries, "manifest": manifest.sources(prepare.DATA), "scores": saved["figures"],
    }
    head = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    with open(out, "wb") as file:
        start = b"DMRC" + (1).to_bytes(4, "little") + len(head).to_bytes(4, "little") + head
        file.write(start + b"\0" * (-len(start) % 16) + raw)
    print(out, os.path.getsize(out), saved["figures"])


if __name__ == "__main__":
    main(*sys.argv[1:])
