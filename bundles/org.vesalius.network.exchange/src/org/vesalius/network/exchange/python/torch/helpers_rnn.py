class SimpleRNN(nn.Module):
    """h = f(x W + h U + b), as in Keras. Takes batch × time × features."""

    def __init__(self, features, units, function=torch.tanh, bias=True, sequences=False, backwards=False):
        super().__init__()
        self.function, self.sequences, self.backwards = function, sequences, backwards
        self.kernel = nn.Parameter(torch.empty(features, units))
        self.recurrent = nn.Parameter(torch.empty(units, units))
        self.bias = nn.Parameter(torch.zeros(units)) if bias else None
        nn.init.xavier_uniform_(self.kernel)
        nn.init.orthogonal_(self.recurrent)

    def forward(self, x):
        if self.backwards:
            x = x.flip(1)
        given = x @ self.kernel if self.bias is None else x @ self.kernel + self.bias
        h = x.new_zeros(x.shape[0], self.recurrent.shape[0])
        steps = []
        for step in range(x.shape[1]):
            h = self.function(given[:, step] + h @ self.recurrent)
            steps.append(h)
        return torch.stack(steps, 1) if self.sequences else h
