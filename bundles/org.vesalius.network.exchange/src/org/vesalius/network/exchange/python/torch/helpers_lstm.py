class LSTM(nn.Module):
    """Gates input, forget, cell, output and one bias, as in Keras. Takes batch × time × features."""

    def __init__(self, features, units, function=torch.tanh, gate=torch.sigmoid, bias=True, sequences=False,
                 backwards=False):
        super().__init__()
        self.function, self.gate, self.sequences, self.backwards = function, gate, sequences, backwards
        self.kernel = nn.Parameter(torch.empty(features, 4 * units))
        self.recurrent = nn.Parameter(torch.empty(units, 4 * units))
        self.bias = nn.Parameter(torch.zeros(4 * units)) if bias else None
        nn.init.xavier_uniform_(self.kernel)
        nn.init.orthogonal_(self.recurrent)

    def forward(self, x):
        if self.backwards:
            x = x.flip(1)
        given = x @ self.kernel if self.bias is None else x @ self.kernel + self.bias
        h = c = x.new_zeros(x.shape[0], self.recurrent.shape[0])
        steps = []
        for step in range(x.shape[1]):
            i, f, g, o = (given[:, step] + h @ self.recurrent).chunk(4, 1)
            c = self.gate(f) * c + self.gate(i) * self.function(g)
            h = self.gate(o) * self.function(c)
            steps.append(h)
        return torch.stack(steps, 1) if self.sequences else h
