class GRU(nn.Module):
    """Gates update, reset, candidate, as in Keras. Takes batch × time × features."""

    def __init__(self, features, units, function=torch.tanh, gate=torch.sigmoid, bias=True, reset_after=True,
                 sequences=False, backwards=False):
        super().__init__()
        self.function, self.gate, self.sequences, self.backwards = function, gate, sequences, backwards
        self.reset_after = reset_after
        self.kernel = nn.Parameter(torch.empty(features, 3 * units))
        self.recurrent = nn.Parameter(torch.empty(units, 3 * units))
        shape = (2, 3 * units) if reset_after else (3 * units,)
        self.bias = nn.Parameter(torch.zeros(shape)) if bias else None
        nn.init.xavier_uniform_(self.kernel)
        nn.init.orthogonal_(self.recurrent)

    def forward(self, x):
        if self.backwards:
            x = x.flip(1)
        units = self.recurrent.shape[0]
        own = state = x.new_zeros(3 * units)
        if self.bias is not None:
            own, state = (self.bias[0], self.bias[1]) if self.reset_after else (self.bias, state)
        given = x @ self.kernel + own
        h = x.new_zeros(x.shape[0], units)
        steps = []
        for step in range(x.shape[1]):
            h = self.step(given[:, step], h, state)
            steps.append(h)
        return torch.stack(steps, 1) if self.sequences else h

    def step(self, given, h, state):
        units = h.shape[1]
        kept = h @ self.recurrent[:, :2 * units] + state[:2 * units]
        z, r = self.gate(given[:, :2 * units] + kept).chunk(2, 1)
        if self.reset_after:
            kept = r * (h @ self.recurrent[:, 2 * units:] + state[2 * units:])
        else:
            kept = (r * h) @ self.recurrent[:, 2 * units:]
        return z * h + (1 - z) * self.function(given[:, 2 * units:] + kept)
