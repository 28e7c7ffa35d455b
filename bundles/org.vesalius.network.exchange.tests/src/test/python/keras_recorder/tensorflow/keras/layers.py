# SPDX-License-Identifier: EPL-2.0
"""Every layer of Keras, as a record of how it is made and used."""
RECORDS = []


class Result:
    def __init__(self, name):
        self.name = name

    def __getitem__(self, key):
        return self


def record(kind, name, settings, inputs):
    RECORDS.append({'class': kind, 'name': name, 'settings': settings, 'inputs': [given.name for given in inputs]})
    return Result(name)


def plain(value):
    """Settings as JSON has them: lists for tuples, names for the layers inside wrappers."""
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, Layer):
        return {'class_name': value.recorded_as, 'config': value.settings}
    return value if isinstance(value, (dict, str, int, float, bool, type(None))) else str(type(value))


class Layer:
    def __init__(self, *inside, name=None, **settings):
        self.recorded_as = type(self).__name__
        self.name = name
        self.settings = {key: plain(value) for key, value in settings.items()}
        if inside:
            self.settings['layer'] = plain(inside[0])

    def __call__(self, *given, **named):
        inputs = []
        for value in list(given) + list(named.values()):
            inputs.extend(value if isinstance(value, list) else [value])
        return record(self.recorded_as, self.name, self.settings, inputs)


def __getattr__(kind):
    if kind.startswith('_'):
        raise AttributeError(kind)
    return type(kind, (Layer,), {})
