class Bidirectional(nn.Module):
    """Two recurrent layers, the second reading from the end; how their results are joined is given."""

    def __init__(self, forward, backward, join):
        super().__init__()
        self.first, self.second, self.join = forward, backward, join

    def forward(self, x):
        back = self.second(x)
        if self.second.sequences:
            back = back.flip(1)
        return self.join(self.first(x), back)
