# SPDX-License-Identifier: EPL-2.0
"""Writes small models as Keras 1, 2 and 3 lay them out, and what they compute, worked out here with NumPy.

Needs numpy and h5py. The layouts follow the code and the guides of Keras: legacy HDF5 (keras.io, "Whole-model saving
in HDF5"), and the archive of Keras 3 (config.json, metadata.json, model.weights.h5 with numbered variables).
"""
import io
import json
import pathlib
import zipfile

import h5py
import numpy as np

OUT = pathlib.Path(__file__).parent.parent / 'resources' / 'keras'
random = np.random.default_rng(11)


def normal(*shape):
    return random.normal(0, 0.5, shape).astype('float32')


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def conv2d(x, kernel, bias):
    """Cross-correlation of [n, h, w, c] with [kh, kw, c, f], valid."""
    kh, kw = kernel.shape[:2]
    h, w = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    out = np.zeros((len(x), h, w, kernel.shape[3]))
    for i in range(h):
        for j in range(w):
            out[:, i, j] = np.tensordot(x[:, i:i + kh, j:j + kw], kernel, 3)
    return out + bias


def lstm(x, kernel, recurrent, bias, backwards=False):
    units = len(recurrent)
    h = c = np.zeros((len(x), units))
    for t in range(x.shape[1])[::-1] if backwards else range(x.shape[1]):
        i, f, g, o = np.split(x[:, t] @ kernel + h @ recurrent + bias, 4, -1)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
    return h


def gru(x, kernel, recurrent, bias):
    h = np.zeros((len(x), len(recurrent)))
    for t in range(x.shape[1]):
        a, b = x[:, t] @ kernel + bias[0], h @ recurrent + bias[1]
        (xz, xr, xh), (hz, hr, hh) = np.split(a, 3, -1), np.split(b, 3, -1)
        z, r = sigmoid(xz + hz), sigmoid(xr + hr)
        h = z * h + (1 - z) * np.tanh(xh + r * hh)
    return h


def attention(x, wq, bq, wk, bk, wv, bv, wo, bo):
    q, k, v = (np.einsum('ntf,fhd->nhtd', x, w) + b[:, None] for w, b in ((wq, bq), (wk, bk), (wv, bv)))
    weights = softmax(q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1]))
    return np.einsum('nhtd,hdf->ntf', weights @ v, wo) + bo


def save(name, given, expected):
    np.save(OUT / f'{name}_input.npy', given.astype('float32'))
    np.save(OUT / f'{name}_expected.npy', expected.astype('float32'))


def layer(kind, name, inputs=(), **config):
    node = [[[given, use, 0, {}] for given, use in inputs]] if inputs else []
    return {'class_name': kind, 'config': {'name': name, **config}, 'name': name, 'inbound_nodes': node}


def legacy(name, version, config, weights, loss, backend=None):
    """weights: for each layer its arrays by name, in the order of Keras."""
    with h5py.File(OUT / f'{name}.h5', 'w') as file:
        file.attrs['keras_version'] = version
        if backend:
            file.attrs['backend'] = backend
        file.attrs['model_config'] = json.dumps(config)
        file.attrs['training_config'] = json.dumps({'loss': loss, 'metrics': [], 'loss_weights': None})
        group = file.create_group('model_weights')
        group.attrs['layer_names'] = np.array(list(weights), 'S')
        for layer_name, arrays in weights.items():
            inside = group.create_group(layer_name)
            inside.attrs['weight_names'] = np.array(list(arrays), 'S') if arrays else np.zeros(0)
            for key, array in arrays.items():
                inside[key] = array


def theano():
    """Keras 1 on Theano: channels first, kernels [filters, channels, rows, columns], a true convolution."""
    kernel, bias = normal(2, 3, 3, 2), normal(2)
    dense, offset = normal(2 * 4 * 5, 3), normal(3)
    x = normal(2, 3, 6, 6)
    turned = kernel[:, :, ::-1, ::-1].transpose(2, 3, 1, 0)
    y = np.maximum(conv2d(x.transpose(0, 2, 3, 1), turned, bias), 0)
    flat = y.transpose(0, 3, 1, 2).reshape(2, -1)
    save('theano', x.transpose(0, 2, 3, 1), softmax(flat @ dense + offset))
    config = {'class_name': 'Sequential', 'config': [
        {'class_name': 'Convolution2D', 'config': {
            'name': 'conv', 'nb_filter': 2, 'nb_row': 3, 'nb_col': 2, 'dim_ordering': 'th', 'border_mode': 'valid',
            'subsample': [1, 1], 'activation': 'relu', 'bias': True, 'batch_input_shape': [None, 3, 6, 6]}},
        {'class_name': 'Flatten', 'config': {'name': 'flat'}},
        {'class_name': 'Dropout', 'config': {'name': 'drop', 'p': 0.5}},
        {'class_name': 'Dense', 'config': {'name': 'fc', 'output_dim': 3, 'activation': 'softmax', 'bias': True}}]}
    legacy('theano', '1.2.2', config, {'conv': {'conv_W': kernel, 'conv_b': bias}, 'flat': {}, 'drop': {},
                                       'fc': {'fc_W': dense, 'fc_b': offset}}, 'categorical_crossentropy')


def gates():
    """Keras 1: an LSTM in twelve arrays, gates i, c, f, o, hard sigmoid; then a Dense on every step."""
    parts = {gate: (normal(4, 3), normal(3, 3), normal(3)) for gate in 'icfo'}
    dense, offset = normal(3, 2), normal(2)
    x = normal(2, 5, 4)
    hard = lambda v: np.clip(0.2 * v + 0.5, 0, 1)
    h = c = np.zeros((2, 3))
    steps = []
    for t in range(5):
        a = {gate: x[:, t] @ w + h @ u + b for gate, (w, u, b) in parts.items()}
        c = hard(a['f']) * c + hard(a['i']) * np.tanh(a['c'])
        h = hard(a['o']) * np.tanh(c)
        steps.append(h @ dense + offset)
    save('gates', x, np.stack(steps, 1))
    config = {'class_name': 'Sequential', 'config': [
        {'class_name': 'LSTM', 'config': {
            'name': 'lstm', 'output_dim': 3, 'activation': 'tanh', 'inner_activation': 'hard_sigmoid',
            'return_sequences': True, 'batch_input_shape': [None, 5, 4]}},
        {'class_name': 'TimeDistributedDense', 'config': {
            'name': 'steps', 'output_dim': 2, 'activation': 'linear', 'bias': True}}]}
    arrays = {f'lstm_{part}_{gate}': array for gate in 'icfo' for part, array in zip('WUb', parts[gate])}
    legacy('gates', '1.1.0', config, {'lstm': arrays, 'steps': {'steps_W': dense, 'steps_b': offset}}, 'mse')


def nested():
    """Keras 2: a model inside a model, used twice, whose weights stand in one row, trained ones first."""
    kernel, bias = normal(3, 4), normal(4)
    gamma, beta, mean, variance = normal(4), normal(4), normal(4), np.abs(normal(4)) + 0.5
    last, offset = normal(4, 1), normal(1)
    x = normal(3, 2, 3)

    def encoder(v):
        y = np.tanh(v @ kernel + bias)
        return (y - mean) / np.sqrt(variance + 0.001) * gamma + beta

    difference = encoder(x[:, 0]) - encoder(x[:, 1])
    save('nested', x, sigmoid(difference @ last + offset))
    inner = {'class_name': 'Sequential', 'name': 'encoder', 'config': {'name': 'encoder', 'layers': [
        {'class_name': 'InputLayer', 'config': {'name': 'inner_input', 'batch_input_shape': [None, 3]}},
        {'class_name': 'Dense', 'config': {'name': 'hidden', 'units': 4, 'activation': 'tanh', 'use_bias': True}},
        {'class_name': 'BatchNormalization', 'config': {'name': 'norm', 'axis': [1], 'epsilon': 0.001}}]},
        'inbound_nodes': [[['left', 0, 0, {}]], [['right', 0, 0, {}]]]}
    config = {'class_name': 'Functional', 'config': {'name': 'twins', 'layers': [
        layer('InputLayer', 'left', batch_input_shape=[None, 3]),
        layer('InputLayer', 'right', batch_input_shape=[None, 3]), inner,
        layer('Subtract', 'difference', [('encoder', 1), ('encoder', 2)]),
        layer('Dense', 'same', [('difference', 0)], units=1, activation='sigmoid', use_bias=True)],
        'input_layers': [['left', 0, 0], ['right', 0, 0]], 'output_layers': [['same', 0, 0]]}}
    legacy('nested', '2.11.0', config, {'left': {}, 'right': {}, 'encoder': {
        'hidden/kernel:0': kernel, 'hidden/bias:0': bias, 'norm/gamma:0': gamma, 'norm/beta:0': beta,
        'norm/moving_mean:0': mean, 'norm/moving_variance:0': variance}, 'difference': {},
        'same': {'same/kernel:0': last, 'same/bias:0': offset}}, 'binary_crossentropy', 'tensorflow')


def tensor(name, shape):
    return {'class_name': '__keras_tensor__', 'config': {'shape': [None, *shape], 'dtype': 'float32',
                                                         'keras_history': [name, 0, 0]}}


def modern(kind, name, args=(), **config):
    nodes = [{'args': list(args), 'kwargs': {}}] if args else []
    return {'module': 'keras.layers', 'class_name': kind, 'config': {'name': name, 'trainable': True, **config},
            'registered_name': None, 'name': name, 'inbound_nodes': nodes}


def archive():
    """Keras 3: an archive with numbered variables; recurrent layers, attention, several of a class."""
    mean, variance = normal(4), np.abs(normal(4)) + 0.5
    forward, backward = ((normal(4, 12), normal(3, 12), normal(12)) for _ in range(2))
    units = normal(4, 9), normal(3, 9), normal(2, 9)
    heads = (normal(4, 2, 3), normal(2, 3)) * 1 + (normal(4, 2, 3), normal(2, 3)) + (normal(4, 2, 3), normal(2, 3)) \
        + (normal(2, 3, 4), normal(4))
    first, last = (normal(10, 5), normal(5)), (normal(5, 2), normal(2))
    x = normal(2, 6, 4)
    scaled = (x - mean) / np.sqrt(variance)
    attended = attention(scaled, *heads).mean(1)[:, :1]
    both = np.concatenate([lstm(scaled, *forward), lstm(scaled, *backward, True)], -1)
    joined = np.concatenate([both, gru(scaled, *units), attended], -1)
    save('archive', x, softmax(np.maximum(joined @ first[0] + first[1], 0) @ last[0] + last[1]))
    t = tensor('norm', [6, 4])
    lstm_config = {'module': 'keras.layers', 'class_name': 'LSTM', 'registered_name': None, 'config': {
        'name': 'lstm', 'units': 3, 'activation': 'tanh', 'recurrent_activation': 'sigmoid', 'use_bias': True}}
    config = {'module': 'keras', 'class_name': 'Functional', 'registered_name': 'Functional', 'config': {
        'name': 'archive', 'trainable': True, 'layers': [
            modern('InputLayer', 'signal', batch_shape=[None, 6, 4], dtype='float32'),
            modern('Normalization', 'norm', [tensor('signal', [6, 4])], axis=[-1], invert=False, mean=None,
                   variance=None),
            modern('Bidirectional', 'both', [t], merge_mode='concat', layer=lstm_config),
            modern('GRU', 'gru', [t], units=3, reset_after=True, use_bias=True),
            {**modern('MultiHeadAttention', 'attention', num_heads=2, key_dim=3, use_bias=True),
             'inbound_nodes': [{'args': [t, t], 'kwargs': {'attention_mask': None, 'training': False}}]},
            modern('GlobalAveragePooling1D', 'mean', [tensor('attention', [6, 4])], data_format='channels_last',
                   keepdims=False),
            modern('Reshape', 'rows', [tensor('mean', [4])], target_shape=[4, 1]),
            modern('Cropping1D', 'head', [tensor('rows', [4, 1])], cropping=[0, 3]),
            modern('Flatten', 'flat', [tensor('head', [1, 1])], data_format='channels_last'),
            modern('Concatenate', 'joined', [[tensor('both', [6]), tensor('gru', [3]), tensor('flat', [1])]], axis=-1),
            modern('Dense', 'first', [tensor('joined', [10])], units=5, activation='relu', use_bias=True),
            modern('Dense', 'last', [tensor('first', [5])], units=2, activation='softmax', use_bias=True)],
        'input_layers': [['signal', 0, 0]], 'output_layers': [['last', 0, 0]]},
        'compile_config': {'loss': 'categorical_crossentropy', 'optimizer': 'adam'}}
    variables = {'normalization': (mean, variance, np.float32(7)),
                 'bidirectional/forward_layer/cell': forward, 'bidirectional/backward_layer/cell': backward,
                 'gru/cell': units, 'dense': first, 'dense_1': last}
    for part, arrays in zip(('query', 'key', 'value', 'output'), zip(heads[::2], heads[1::2])):
        variables[f'multi_head_attention/{part}_dense'] = arrays
    buffer = io.BytesIO()
    with h5py.File(buffer, 'w') as file:
        for group, arrays in variables.items():
            for i, array in enumerate(arrays):
                file[f'layers/{group}/vars/{i}'] = array
    with zipfile.ZipFile(OUT / 'archive.keras', 'w') as zipped:
        for name, content in (('metadata.json', json.dumps({'keras_version': '3.4.1'})),
                              ('config.json', json.dumps(config)), ('model.weights.h5', buffer.getvalue())):
            zipped.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content)


for make in (theano, gates, nested, archive):
    make()
