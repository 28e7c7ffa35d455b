class PositionalEncoding(layers.Layer):
    """Adds to each step a vector that says where it is (arXiv:1706.03762, section 3.5)."""

    def __init__(self, kind, max_length, **settings):
        super().__init__(**settings)
        self.kind = kind
        self.max_length = max_length

    def build(self, shape):
        if self.kind == 'learned':
            self.embeddings = self.add_weight(
                name='embeddings', shape=(self.max_length, shape[-1]), initializer='uniform')

    def call(self, sequence):
        steps, features = sequence.shape[1], sequence.shape[2]
        if self.kind == 'learned':
            return sequence + self.embeddings[:steps]
        table = [[self.wave(step, feature, features) for feature in range(features)] for step in range(steps)]
        return sequence + keras.backend.constant(table)

    @staticmethod
    def wave(step, feature, features):
        import math
        angle = step / 10000 ** (feature // 2 * 2 / features)
        return math.sin(angle) if feature % 2 == 0 else math.cos(angle)

    def get_config(self):
        return {**super().get_config(), 'kind': self.kind, 'max_length': self.max_length}
