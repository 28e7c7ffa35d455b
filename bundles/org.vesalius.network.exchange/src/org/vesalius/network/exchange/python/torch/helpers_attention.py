class Attention(nn.Module):
    """Attention with several heads, as in Keras. Takes batch × time × features."""

    def __init__(self, features, value_features, heads, size, bias=True, dropout=0.0):
        super().__init__()
        self.heads, self.size = heads, size
        self.query = nn.Linear(features, heads * size, bias)
        self.key = nn.Linear(value_features, heads * size, bias)
        self.value = nn.Linear(value_features, heads * size, bias)
        self.output = nn.Linear(heads * size, features, bias)
        self.dropout = nn.Dropout(dropout)

    def forward(self, queries, values, keys=None):
        q, k, v = (self.split(part) for part in
                   (self.query(queries), self.key(values if keys is None else keys), self.value(values)))
        weights = self.dropout(torch.softmax(q @ k.transpose(-1, -2) / self.size ** 0.5, -1))
        return self.output((weights @ v).transpose(1, 2).flatten(2))

    def split(self, x):
        return x.unflatten(-1, (self.heads, self.size)).transpose(1, 2)
