"""The reader: hashed and pretrained word features -> two-layer BiLSTM -> tags, names, biaffine arcs, labels."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

import features

WORD_SIZE = 48
ARC_SIZE = 128
LABEL_SIZE = 128
NAME_SIZE = 64
DISTANCES = (1, 2, 3, 4, 5, 7, 10, 15, 23)


def distance_bucket(head, dependent):
    """0 for the root; then 1..9 for a head to the left, 10..18 to the right, by distance. Positions count the root as 0."""
    if head == 0:
        return 0
    gap = abs(head - dependent)
    level = sum(gap >= least for least in DISTANCES)
    return level if head < dependent else len(DISTANCES) + level


class Reader(nn.Module):
    def __init__(self, sizes, vectors, hidden, dropout):
        super().__init__()
        self.hidden = hidden
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.words = nn.Embedding(sizes["words"] + 1, WORD_SIZE)
        self.hashed = nn.ModuleList(nn.Embedding(rows, width) for _, rows, width in features.HASHED)
        for table in [self.words, *self.hashed]:
            nn.init.normal_(table.weight, std=0.3)
        width = vectors.shape[1] + WORD_SIZE + sum(width for _, _, width in features.HASHED)
        self.lstm1 = nn.LSTM(width, hidden, batch_first=True, bidirectional=True)
        self.lstm2 = nn.LSTM(2 * hidden, hidden, batch_first=True, bidirectional=True)
        self.tags = nn.Linear(2 * hidden, sizes["tags"])
        self.names1 = nn.Linear(2 * hidden, NAME_SIZE)
        self.names2 = nn.Linear(NAME_SIZE, sizes["names"])
        self.arc_dependent = nn.Linear(2 * hidden, ARC_SIZE)
        self.arc_head = nn.Linear(2 * hidden, ARC_SIZE)
        self.arc_root = nn.Parameter(torch.randn(ARC_SIZE) * 0.1)
        self.arc_weight = nn.Linear(ARC_SIZE, ARC_SIZE)
        self.arc_distance = nn.Parameter(torch.zeros(2 * len(DISTANCES) + 1))
        self.label_dependent = nn.Linear(2 * hidden, LABEL_SIZE)
        self.label_head = nn.Linear(2 * hidden, LABEL_SIZE, bias=False)
        self.label_root = nn.Parameter(torch.randn(LABEL_SIZE) * 0.1)
        self.labels = nn.Linear(LABEL_SIZE, sizes["relations"])
        self.dropout = nn.Dropout(dropout)

    def embed(self, batch):
        vector, word = batch["vector"], batch["word"]
        if self.training:
            word = word * (torch.rand(word.shape) > 0.12)
            vector = vector * (torch.rand(vector.shape) > 0.08)
        parts = [self.vectors(vector), self.words(word)]
        parts += [table(batch["hashed"][..., i]) for i, table in enumerate(self.hashed)]
        return torch.cat(parts, dim=-1)

    def encode(self, batch):
        """(sentences, longest, 2 * hidden), zero past a sentence's end."""
        states = self.dropout(self.embed(batch))
        for layer in (self.lstm1, self.lstm2):
            packed = pack_padded_sequence(states, batch["length"], batch_first=True, enforce_sorted=False)
            states = self.dropout(pad_packed_sequence(layer(packed)[0], batch_first=True)[0])
        return states

    def name_scores(self, states):
        return self.names2(self.dropout(torch.relu(self.names1(states))))

    def arc_scores(self, states, batch):
        """(sentences, dependents, 1 + heads): scores of each head, the root first; -1e9 where there is no token."""
        count = states.shape[0]
        dependent = self.dropout(torch.relu(self.arc_dependent(states)))
        head = self.dropout(torch.relu(self.arc_head(states)))
        head = torch.cat([self.arc_root.expand(count, 1, -1), head], dim=1)
        scores = torch.bmm(self.arc_weight(dependent), head.transpose(1, 2))
        scores = scores + self.arc_distance[batch["distance"]]
        return scores.masked_fill(batch["no_head"][:, None, :], -1e9)

    def label_scores(self, states, heads):
        """Scores of each relation for each dependent, given its head (0 = root)."""
        count = states.shape[0]
        head = torch.cat([self.label_root.expand(count, 1, -1), self.label_head(states)], dim=1)
        chosen = torch.gather(head, 1, heads[..., None].expand(-1, -1, head.shape[-1]))
        return self.labels(self.dropout(torch.relu(self.label_dependent(states) + chosen)))
