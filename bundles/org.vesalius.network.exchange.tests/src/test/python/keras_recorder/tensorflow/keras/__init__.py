# SPDX-License-Identifier: EPL-2.0
"""The part of Keras that exported code uses."""
from . import layers

RECORDS = layers.RECORDS


class Named:
    """A regularizer, constraint or loss: the class and its settings."""

    def __init__(self, kind):
        self.kind = kind

    def __call__(self, **settings):
        return {'class_name': self.kind, 'config': settings}


class Module:
    def __getattr__(self, kind):
        return Named(kind)


initializers = regularizers = constraints = losses = Module()


def Input(shape, name):
    return layers.record('InputLayer', name, {'shape': shape}, [])


class Model:
    def __init__(self, inputs, outputs, name):
        self.inputs, self.outputs, self.name = inputs, outputs, name

    def compile(self, optimizer, loss, loss_weights=None):
        self.loss = loss
