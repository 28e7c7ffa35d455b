# SPDX-License-Identifier: EPL-2.0
"""Writes the expected values of LayerValuesTest for layers over sequences, as layer_values.py does for the others.

Run with Debian's python3-torch (1.13.1): python3 sequence_values.py > ../resources/org/vesalius/worker/dl4j/layer/sequence-values.txt

Recurrent layers are PyTorch's own where it has them (RNN, LSTM, GRU with the reset gate after the product), with the gates
put into PyTorch's order: i, f, g, o and r, z, n. Hard sigmoid gates and a reset gate before the product are computed step
by step from their formulas, and so are masked steps, which keep the state.
"""
import math

import torch

from layer_values import inputs, report, weights

TIME, FEATURES, UNITS = 5, 3, 4


def groups(array, order):
    """The groups along the last axis in another order."""
    parts = array.chunk(len(order), dim=-1)
    return torch.cat([parts[i] for i in order], dim=-1)


def fill(module, kernel, recurrent, biases, order):
    module = module.double()
    with torch.no_grad():
        module.weight_ih_l0.copy_(groups(kernel, order).T)
        module.weight_hh_l0.copy_(groups(recurrent, order).T)
        if biases is not None:
            module.bias_ih_l0.copy_(groups(biases[0], order))
            module.bias_hh_l0.copy_(groups(biases[1], order))
    return module


def recurrent_weights(count, bias):
    shapes = [(FEATURES, count * UNITS), (UNITS, count * UNITS)]
    if bias is not None:
        shapes.append(bias)
    return weights(*shapes)


def library():
    (x,) = inputs((TIME, FEATURES))
    none = torch.zeros
    for name, count, order, maker, bias in (
            ("simple-rnn", 1, [0], torch.nn.RNN, True), ("simple-rnn-no-bias", 1, [0], torch.nn.RNN, False),
            ("lstm", 4, [0, 1, 2, 3], torch.nn.LSTM, True), ("lstm-no-bias", 4, [0, 1, 2, 3], torch.nn.LSTM, False)):
        arrays = recurrent_weights(count, (count * UNITS,) if bias else None)
        biases = (arrays[2], none(count * UNITS)) if bias else None
        module = fill(maker(FEATURES, UNITS, bias=bias, batch_first=True), arrays[0], arrays[1], biases, order)
        all_steps = module(x)[0].detach()
        report(name, all_steps)
        report(name + "-last", all_steps[:, -1])
        report(name + "-backwards", module(x.flip(1))[0].detach())
    for bias in (True, False):
        arrays = recurrent_weights(3, (2, 3 * UNITS) if bias else None)
        biases = (arrays[2][0], arrays[2][1]) if bias else None
        module = fill(torch.nn.GRU(FEATURES, UNITS, bias=bias, batch_first=True), arrays[0], arrays[1], biases,
                      [1, 0, 2])
        report("gru" if bias else "gru-no-bias", module(x)[0].detach())


def hard_sigmoid(x):
    return torch.clamp(0.2 * x + 0.5, 0, 1)


def walk(x, step, states, mask=None):
    """Results of all steps; a masked step keeps the states."""
    state = [torch.zeros(x.shape[0], UNITS, dtype=torch.float64) for _ in range(states)]
    results = []
    for t in range(x.shape[1]):
        new = step(x[:, t], state)
        if mask is not None:
            keep = mask[:, t:t + 1]
            new = [keep * n + (1 - keep) * o for n, o in zip(new, state)]
        state = new
        results.append(state[0])
    return torch.stack(results, dim=1)


def lstm_step(kernel, recurrent, bias, gate=torch.sigmoid):
    def step(x, state):
        i, f, g, o = (x @ kernel + state[0] @ recurrent + bias).chunk(4, dim=-1)
        c = gate(f) * state[1] + gate(i) * torch.tanh(g)
        return [gate(o) * torch.tanh(c), c]
    return step


def gru_before_step(kernel, recurrent, bias, gate=torch.sigmoid):
    def step(x, state):
        xz, xr, xh = (x @ kernel + bias).chunk(3, dim=-1)
        uz, ur, uh = recurrent.chunk(3, dim=-1)
        z, r = gate(xz + state[0] @ uz), gate(xr + state[0] @ ur)
        h = torch.tanh(xh + (r * state[0]) @ uh)
        return [z * state[0] + (1 - z) * h]
    return step


def gru_after_step(kernel, recurrent, bias, gate=torch.sigmoid):
    def step(x, state):
        xz, xr, xh = (x @ kernel + bias[0]).chunk(3, dim=-1)
        uz, ur, uh = (state[0] @ recurrent + bias[1]).chunk(3, dim=-1)
        z, r = gate(xz + uz), gate(xr + ur)
        return [z * state[0] + (1 - z) * torch.tanh(xh + r * uh)]
    return step


def formulas():
    (x,) = inputs((TIME, FEATURES))
    report("lstm-hard-sigmoid", walk(x, lstm_step(*recurrent_weights(4, (4 * UNITS,)), hard_sigmoid), 2))
    report("gru-reset-before", walk(x, gru_before_step(*recurrent_weights(3, (3 * UNITS,))), 1))
    report("gru-hard-sigmoid", walk(x, gru_after_step(*recurrent_weights(3, (2, 3 * UNITS)), hard_sigmoid), 1))


def bidirectional():
    (x,) = inputs((TIME, FEATURES))
    one = [(FEATURES, 3 * UNITS), (UNITS, 3 * UNITS), (2, 3 * UNITS)]
    arrays = weights(*one, *one)
    forward = walk(x, gru_after_step(*arrays[:3]), 1)
    backward = walk(x.flip(1), gru_after_step(*arrays[3:]), 1)
    report("bidirectional-gru", torch.cat([forward, backward.flip(1)], dim=-1))
    report("bidirectional-gru-last", torch.cat([forward[:, -1], backward[:, -1]], dim=-1))


def attention(query, key, value, arrays, heads, length):
    qk, qb, kk, kb, vk, vb, ok, ob = arrays
    q = torch.einsum("btf,fhd->bhtd", query, qk) + qb[:, None, :]
    k = torch.einsum("btf,fhd->bhtd", key, kk) + kb[:, None, :]
    v = torch.einsum("btf,fhd->bhtd", value, vk) + vb[:, None, :]
    shares = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(length), dim=-1)
    return torch.einsum("bhtd,hdf->btf", shares @ v, ok) + ob


def attention_weights(query, key, value, heads, length):
    shapes = []
    for features in (query, key, value):
        shapes += [(features, heads, length), (heads, length)]
    return weights(*shapes, (heads, length, query), (query,))


def attentions():
    heads, length = 2, 3
    (x,) = inputs((TIME, 4))
    report("self-attention", attention(x, x, x, attention_weights(4, 4, 4, heads, length), heads, length))
    # the same by torch.nn.MultiheadAttention, whose vectors are features/heads long
    arrays = attention_weights(4, 4, 4, 2, 2)
    own = attention(x, x, x, arrays, 2, 2)
    module = torch.nn.MultiheadAttention(4, 2, batch_first=True).double()
    with torch.no_grad():
        module.in_proj_weight.copy_(torch.cat([a.reshape(4, 4).T for a in arrays[0:6:2]]))
        module.in_proj_bias.copy_(torch.cat([a.reshape(4) for a in arrays[1:6:2]]))
        module.out_proj.weight.copy_(arrays[6].reshape(4, 4).T)
        module.out_proj.bias.copy_(arrays[7])
        library_result = module(x, x, x)[0]
    assert torch.allclose(own, library_result, atol=1e-12)
    report("self-attention-library", library_result)
    x, v = inputs((TIME, 4), (6, 3))
    report("attention-two", attention(x, v, v, attention_weights(4, 3, 3, heads, length), heads, length))
    x, v, k = inputs((TIME, 4), (6, 3), (6, 2))
    report("attention-three", attention(x, k, v, attention_weights(4, 2, 3, heads, length), heads, length))


def positions():
    (x,) = inputs((TIME, FEATURES))
    table = torch.zeros(TIME, FEATURES, dtype=torch.float64)
    for p in range(TIME):
        for i in range(FEATURES):
            angle = p / 10000 ** (2 * (i // 2) / FEATURES)
            table[p, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    report("positions-sinusoidal", x + table)
    (learned,) = weights((8, FEATURES))
    report("positions-learned", x + learned[:TIME])
    report("last-time-step", x[:, -1])


if __name__ == "__main__":
    library()
    formulas()
    bidirectional()
    attentions()
    positions()
