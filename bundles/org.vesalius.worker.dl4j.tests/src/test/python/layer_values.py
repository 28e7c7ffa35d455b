# SPDX-License-Identifier: EPL-2.0
"""Writes the expected values of LayerValuesTest: results of single layers as PyTorch computes them, in double precision.

Run with Debian's python3-torch (1.13.1): python3 layer_values.py > ../resources/org/vesalius/worker/dl4j/layer/layer-values.txt

Inputs are 2 sin(i + 1 + 10 k) for input k, weights single-precision 0.5 sin(i + 100 (k + 1)) for weight k in the order
and layout of Keras. Each line holds the name of a case of LayerCases, how many numbers the result has, its first six, and
the sum of all numbers times sin(i + 7), so that no number can be wrong or out of place unseen. Where PyTorch pads
otherwise than Keras, zeros are laid around here by Keras's rule.
"""
import math

import numpy as np
import torch
import torch.nn.functional as F

IMAGE, VOLUME, SEQUENCE = (7, 6, 2), (5, 4, 3, 2), (7, 3)
SAMPLES = 2


def inputs(*shapes):
    arrays = []
    for k, shape in enumerate(shapes):
        count = SAMPLES * math.prod(shape)
        values = 2 * np.sin(np.arange(count) + 1 + 10 * k)
        arrays.append(torch.from_numpy(values.reshape((SAMPLES,) + shape)))
    return arrays


def weights(*shapes):
    arrays = []
    for k, shape in enumerate(shapes):
        values = (0.5 * np.sin(np.arange(math.prod(shape)) + 100 * (k + 1))).astype(np.float32)
        arrays.append(torch.from_numpy(values.astype(np.float64).reshape(shape)))
    return arrays


def first(x):
    """Channels to the front, as PyTorch wants them."""
    return x.movedim(-1, 1)


def last(x):
    return x.movedim(1, -1)


def report(name, result):
    flat = result.contiguous().numpy().reshape(-1)
    check = float(np.dot(flat, np.sin(np.arange(flat.size) + 7)))
    numbers = " ".join("%.12g" % value for value in flat[:6])
    print(name, flat.size, numbers, "%.12g" % check)


def same_pads(sizes, kernel, stride, dilation):
    """Zeros before and after each axis by the rule of Keras; below 0 after it, places that are cut off."""
    pads = []
    for n, k, s, d in zip(sizes, kernel, stride, dilation):
        total = (math.ceil(n / s) - 1) * s + (k - 1) * d + 1 - n
        pads.append((max(total, 0) // 2, total - max(total, 0) // 2))
    return pads


def padded(x, pads, value=0.0):
    flat = [p for pair in reversed(pads) for p in pair]
    return F.pad(x, flat, value=value)


def convolve(x, kernel, bias, stride, dilation, padding, groups=1):
    """kernel in the layout of PyTorch; x with the channels first."""
    size = kernel.shape[2:]
    if padding == "same":
        x = padded(x, same_pads(x.shape[2:], size, stride, dilation))
    function = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}[len(size)]
    return function(x, kernel, bias, stride=stride, dilation=dilation, groups=groups)


def depthwise_kernel(kernel):
    """[h, w, channels, multiplier] to PyTorch's [channels·multiplier, 1, h, w]."""
    h, w, channels, multiplier = kernel.shape
    return kernel.permute(2, 3, 0, 1).reshape(channels * multiplier, 1, h, w)


def pool(x, kind, size, stride, padding):
    dims = len(size)
    pads = same_pads(x.shape[2:], size, stride, (1,) * dims) if padding == "same" else [(0, 0)] * dims
    if kind == "max":
        function = {2: F.max_pool2d, 3: F.max_pool3d}[dims]
        return function(padded(x, pads, -1e9), size, stride)
    function = {2: F.avg_pool2d, 3: F.avg_pool3d}[dims]
    ones = padded(torch.ones_like(x), pads)
    return function(padded(x, pads), size, stride) / function(ones, size, stride)


def windows():
    for padding in ("valid", "same"):
        for stride, dilation in ((1, 1), (2, 1), (1, 2), (4, 1)):
            name = "-%s-%d-%d" % (padding, stride, dilation)
            second = min(stride, 2)
            (volume,), (image,) = inputs(VOLUME), inputs(IMAGE)
            kernel, bias = weights((3, 2, 2, 2, 3), (3,))
            report("convolution-3d" + name, last(convolve(first(volume), kernel.permute(4, 3, 0, 1, 2), bias,
                                                          (stride, second, 1), (1, dilation, 1), padding)))
            kernel, bias = weights((3, 2, 2, 3), (6,))
            report("depthwise" + name, last(convolve(first(image), depthwise_kernel(kernel), bias, (stride, second),
                                                     (1, dilation), padding, groups=2)))
            depth, point, bias = weights((3, 2, 2, 2), (1, 1, 4, 3), (3,))
            between = convolve(first(image), depthwise_kernel(depth), None, (stride, second), (1, dilation), padding,
                               groups=2)
            report("separable" + name, last(F.conv2d(between, point.permute(3, 2, 0, 1), bias)))
            kernel, bias = weights((3, 2, 2, 3), (3,))
            report("convolution-2d" + name, F.silu(last(convolve(first(image), kernel.permute(3, 2, 0, 1), bias,
                                                                 (stride, second), (1, dilation), padding))))
            if dilation > 1:
                continue
            for kind, word in (("max", "max"), ("average", "average")):
                report("%s-pooling-2d%s" % (word, name),
                       last(pool(first(image), kind, (3, 2), (stride, second), padding)))
                report("%s-pooling-3d%s" % (word, name),
                       last(pool(first(volume), kind, (3, 2, 2), (stride, second, 1), padding)))
    for stride, dilation in ((1, 1), (2, 1), (1, 2)):
        (sequence,) = inputs(SEQUENCE)
        kernel, bias = weights((3, 3, 4), (4,))
        x = F.pad(first(sequence), (2 * dilation, 0))
        report("convolution-1d-causal-%d-%d" % (stride, dilation),
               torch.sigmoid(last(F.conv1d(x, kernel.permute(2, 1, 0), bias, stride=stride, dilation=dilation))))
    (volume,), (image,) = inputs(VOLUME), inputs(IMAGE)
    report("global-max-volume", volume.amax((1, 2, 3)))
    report("global-average-volume", volume.mean((1, 2, 3)))
    report("global-max-keep", image.amax((1, 2), keepdim=True))
    report("global-average-keep", image.mean((1, 2), keepdim=True))


def transpose(x, kernel, bias, stride, padding):
    """kernel [window…, filters, channels]; sizes as in Keras: n·s with same padding, (n − 1)·s + max(k, s) with valid."""
    dims = kernel.dim() - 2
    function = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}[dims]
    order = (dims + 1, dims) + tuple(range(dims))
    wide = function(x, kernel.permute(order), None, stride=stride)
    pads = []
    for n, k, s in zip(x.shape[2:], kernel.shape[:dims], stride):
        over = max(k - s, 0) if padding == "same" else 0
        pads.append((-(over // 2), -(over - over // 2) + max(s - k, 0)))
    return padded(wide, pads) + bias.reshape((1, -1) + (1,) * dims)


def transposed():
    for padding in ("valid", "same"):
        for k, s in ((2, 2), (3, 2), (3, 1), (2, 3), (4, 2), (1, 4)):
            name = "-%s-%d-%d" % (padding, k, s)
            for dims, shape, size, stride, filters in ((1, (5, 3), (k,), (s,), 2), (2, (4, 3, 2), (k, 3), (s, 2), 3),
                                                       (3, (3, 2, 2, 2), (k, 3, 2), (s, 2, 2), 3)):
                (x,) = inputs(shape)
                kernel, bias = weights(size + (filters, shape[-1]), (filters,))
                report("transposed-%dd%s" % (dims, name), last(transpose(first(x), kernel, bias, stride, padding)))


def activations():
    (x,) = inputs(VOLUME)
    functions = {
        "linear": lambda v: v, "relu": F.relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh,
        "softmax": lambda v: F.softmax(v, -1), "log-softmax": lambda v: F.log_softmax(v, -1), "elu": F.elu, "selu": F.selu, "gelu": F.gelu, "swish": F.silu,
        "softplus": F.softplus, "softsign": F.softsign, "relu6": F.relu6, "exponential": torch.exp, "mish": F.mish,
        "hard-sigmoid": lambda v: torch.clamp(0.2 * v + 0.5, 0, 1)}
    for name, function in functions.items():
        report("activation-" + name, function(x))
    (image,), (sequence,) = inputs(IMAGE), inputs(SEQUENCE)
    report("leaky-relu", F.leaky_relu(image, 0.2))
    report("elu", F.elu(image, 0.5))
    (alpha,) = weights((1, 1, 2))
    report("prelu-shared", torch.where(image > 0, image, alpha * image))
    (alpha,) = weights(SEQUENCE)
    report("prelu", torch.where(sequence > 0, sequence, alpha * sequence))


def arranging():
    (image,), (sequence,), (volume,), (vector,) = inputs(IMAGE), inputs(SEQUENCE), inputs(VOLUME), inputs((5,))
    report("reshape", image.reshape(SAMPLES, 3, 4, 7))
    report("permute", image.permute(0, 3, 1, 2))
    report("permute-sequence", sequence.permute(0, 2, 1))
    report("repeat-vector", vector.unsqueeze(1).expand(SAMPLES, 3, 5))
    report("rescaling", 0.25 * image - 1.5)
    report("up-sampling-1d", sequence.repeat_interleave(3, 1))
    report("up-sampling-2d", image.repeat_interleave(2, 1).repeat_interleave(3, 2))
    report("up-sampling-3d", volume.repeat_interleave(2, 1).repeat_interleave(3, 3))
    for factor in ((2, 3), (4, 1)):
        report("bilinear-%d" % factor[0],
               last(F.interpolate(first(image), scale_factor=factor, mode="bilinear", align_corners=False)))
    report("zero-padding-1d", F.pad(sequence, (0, 0, 1, 2)))
    report("zero-padding-2d", F.pad(image, (0, 0, 3, 0, 1, 2)))
    report("zero-padding-3d", F.pad(volume, (0, 0, 0, 2, 1, 0, 1, 2)))
    report("cropping-1d", sequence[:, 2:-1])
    report("cropping-2d", image[:, 1:-2, :-3])
    report("cropping-3d", volume[:, 1:-2, :-1, 2:])


def combining():
    a, b, c = inputs(IMAGE, IMAGE, IMAGE)
    report("add", a + b + c)
    report("multiply", a * b * c)
    report("maximum", torch.maximum(torch.maximum(a, b), c))
    a, b, c = inputs(SEQUENCE, SEQUENCE, SEQUENCE)
    report("subtract", a - b)
    report("average", (a + b + c) / 3)
    report("minimum", torch.minimum(a, b))
    a, b = inputs(IMAGE, (1, 6, 1))
    report("add-repeated", a + b)
    a, b = inputs(IMAGE, (1, 1, 2))
    report("multiply-repeated", a * b)
    a, b = inputs((7, 1, 2), IMAGE)
    report("multiply-first-repeated", a * b)
    report("maximum-repeated", torch.maximum(a, b))
    report("concatenate", torch.cat(inputs(VOLUME, (5, 4, 3, 1)), -1))
    a, b = inputs((5,), (5,))
    report("dot", (a * b).sum(-1, keepdim=True))
    report("dot-cosine-vectors", F.cosine_similarity(a, b).unsqueeze(-1))
    a, b = inputs((4, 3), (6, 3))
    report("dot-sequences", a @ b.transpose(1, 2))
    report("dot-cosine", F.normalize(a, dim=-1) @ F.normalize(b, dim=-1).transpose(1, 2))


def normalising():
    for scale in (True, False):
        for center in (True, False):
            shape = IMAGE if scale else (5,)
            (x,) = inputs(shape)
            values = weights(*[(shape[-1],)] * (scale + center))
            gamma = values[0] if scale else None
            beta = values[-1] if center else None
            report("layer-normalization-%s-%s" % (str(scale).lower(), str(center).lower()),
                   F.layer_norm(x, shape[-1:], gamma, beta, 1e-3))
    for groups, shape in ((1, SEQUENCE), (2, (3, 2, 4)), (-1, SEQUENCE)):
        (x,) = inputs(shape)
        gamma, beta = weights(*[(shape[-1],)] * 2)
        report("group-normalization%d" % groups,
               last(F.group_norm(first(x), shape[-1] if groups < 0 else groups, gamma, beta, 1e-3)))
    (x,) = inputs((6,))
    report("group-normalization-bare", F.group_norm(x, 3, None, None, 1e-3))
    (image,) = inputs(IMAGE)
    report("normalization", (image - torch.tensor([0.5, -1.5])) / torch.sqrt(torch.tensor([0.25, 4.0])))


if __name__ == "__main__":
    windows()
    transposed()
    activations()
    arranging()
    combining()
    normalising()
