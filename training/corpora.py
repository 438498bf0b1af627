"""Reads the corpora named in README.md into plain sentences. Nothing here is specific to the model."""

import gzip
import json
import os

NAME_KINDS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "OTH": "OTH", "MISC": "OTH"}
GUM_KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
PRONOUNS = {"He", "She", "It", "We", "They", "I", "You", "His", "Her", "Our", "Their", "Who"}
NAME_GLUE = {"of", "the", "for", "and", "-", "&", "'s", "’s"}


def lines_of(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file)


def blocks(path):
    """Runs of non-empty lines."""
    block = []
    for line in lines_of(path):
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def read_conllu(path):
    """Sentences as dicts: id, forms, upos, xpos, lemmas, heads (0 = root), relations, misc."""
    for block in blocks(path):
        sentence = {"id": "", "forms": [], "upos": [], "xpos": [], "lemmas": [], "heads": [], "relations": [], "misc": []}
        for line in block:
            if line.startswith("# sent_id = "):
                sentence["id"] = line[12:]
            if line.startswith("#"):
                continue
            column = line.split("\t")
            if not column[0].isdigit():
                continue
            sentence["forms"].append(column[1])
            sentence["lemmas"].append(column[2])
            sentence["upos"].append(column[3])
            sentence["xpos"].append(column[4])
            sentence["heads"].append(int(column[6]))
            sentence["relations"].append(column[7])
            sentence["misc"].append(column[9])
        yield sentence


def read_iob2(path):
    """sent_id -> labels of UNER's columns `index form label …`; the stray B-O of early files is O."""
    labels = {}
    for block in blocks(path):
        sent_id, tags = "", []
        for line in block:
            if line.startswith("# sent_id = "):
                sent_id = line[12:]
            elif not line.startswith("#"):
                tag = line.split("\t")[2]
                tags.append("O" if tag in ("B-O", "I-O") else tag)
        labels[sent_id] = tags
    return labels


def gum_names(sentence):
    """Names out of GUM's entity marks: the run of proper nouns around the head of each person, place or organisation.
    A proper noun that no entity covers is None (left out of the loss)."""
    size = len(sentence["forms"])
    proper = [u == "PROPN" or x in ("NNP", "NNPS") for u, x in zip(sentence["upos"], sentence["xpos"])]
    tags = [None if proper[i] else "O" for i in range(size)]
    for first, last, kind in sorted(entities(sentence["misc"]), key=lambda entity: entity[1] - entity[0]):
        head = next((i for i in range(first, last + 1) if not first <= sentence["heads"][i] - 1 <= last), first)
        if not proper[head]:
            continue
        left = right = head
        while left > first and proper[left - 1]:
            left -= 1
        glued = kind == "organization"
        while right < last and (proper[right + 1] or (glued and bridges(sentence, right + 1, last))):
            right += 1
        label = GUM_KINDS.get(kind, "OTH")
        for i in range(left, right + 1):
            tags[i] = "O" if kind == "time" else ("B-" if i == left else "I-") + label
    for i in range(size):
        if tags[i] and tags[i].startswith("I-") and (i == 0 or tags[i - 1] in (None, "O")):
            tags[i] = "B-" + tags[i][2:]
    return tags


def bridges(sentence, at, last):
    """A small word inside an organisation's name, with a proper noun after it."""
    end = at
    while end <= last and end < at + 2 and sentence["forms"][end].lower() in NAME_GLUE:
        end += 1
    return end > at and end <= last and sentence["upos"][end] == "PROPN"


def entities(misc):
    """(first, last, type) of GUM's `Entity=(id-type-…` brackets that open and close within the sentence."""
    open_marks, found = {}, []
    for at, field in enumerate(misc):
        entity = next((part[7:] for part in field.split("|") if part.startswith("Entity=")), "")
        for mark in entity.replace(")", ")\n").replace("(", "\n(").split("\n"):
            if mark.startswith("("):
                parts = mark[1:].rstrip(")").split("-")
                open_marks.setdefault(parts[0], []).append((at, parts[1] if len(parts) > 1 else ""))
                if mark.endswith(")"):
                    start, kind = open_marks[parts[0]].pop()
                    found.append((start, at, kind))
            elif mark.endswith(")") and open_marks.get(mark[:-1]):
                start, kind = open_marks[mark[:-1]].pop()
                found.append((start, at, kind))
    return found


def read_wikigold(path):
    """Wikigold is IOB1 and keeps hyphenated words whole: both are brought to our ways."""
    for block in blocks(path):
        forms, tags, before = [], [], "O"
        for line in block:
            form, tag = line.rsplit(" ", 1)
            if form == "-DOCSTART-":
                continue
            kind = "O" if tag == "O" else NAME_KINDS[tag[2:]]
            for part in split_hyphens(form):
                continued = kind == before and not tag.startswith("B-")
                forms.append(part)
                tags.append("O" if kind == "O" else ("I-" if continued else "B-") + kind)
                before = kind
        if forms:
            yield {"forms": forms, "names": tags}


def split_hyphens(form):
    if "-" not in form[1:-1] or not form.replace("-", "").isalpha():
        return [form]
    parts = []
    for piece in form.split("-"):
        parts += [piece, "-"]
    return [part for part in parts[:-1] if part]


def read_re3d(folder, tokenise):
    """Sentences of re3d with names; `tokenise(texts)` gives [[(start, end), …] per sentence] per text.
    Only runs that hold a capital letter are names there; the others (`mourners`) are descriptions."""
    for group in sorted(os.listdir(folder)):
        documents = os.path.join(folder, group, "documents.json")
        if not os.path.exists(documents):
            continue
        texts = {row["_id"]: row["text"] for row in map(json.loads, lines_of(documents))}
        marks = {}
        for row in map(json.loads, lines_of(os.path.join(folder, group, "entities.json"))):
            marks.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
        for key, sentences in zip(texts, tokenise(list(texts.values()))):
            yield from (re3d_sentence(texts[key], spans, marks.get(key, [])) for spans in sentences)


def re3d_sentence(text, spans, marks):
    kinds = {"Organisation": "ORG", "Person": "PER", "Location": "LOC", "Nationality": "OTH", "MilitaryPlatform": "OTH"}
    forms = [text[start:end] for start, end in spans]
    tags = ["O"] * len(spans)
    for begin, end, kind in sorted(marks, key=lambda mark: mark[1] - mark[0]):
        inside = [i for i, (start, stop) in enumerate(spans) if start >= begin and stop <= end]
        while inside and not forms[inside[0]][0].isupper() or inside and forms[inside[0]] in ("The", "A", "An"):
            inside = inside[1:]
        if kind in kinds and inside and forms[inside[-1]][0].isupper() and forms[inside[0]] not in PRONOUNS:
            label = kinds[kind]
            for i in inside:
                tags[i] = None if label == "PER" and len(inside) > 3 else ("B-" if i == inside[0] else "I-") + label
    return {"forms": forms, "names": tags}
