# SPDX-License-Identifier: EPL-2.0
"""Makes the models below src/test/resources/onnx: small PyTorch modules, exported to ONNX, each with an input and the
result that PyTorch computes for it. Weights are random, seeds fixed.

    python3 make_pytorch_models.py ../resources/onnx

Made with PyTorch 1.13 and onnx 1.12 as packaged by Debian 12.
"""
import pathlib
import sys

import onnx.numpy_helper
import torch
from torch import nn


class Last(nn.Module):
    """A recurrent layer, of which the last step goes into a decision."""

    def __init__(self, cell, units):
        super().__init__()
        self.cell = cell
        self.fc = nn.Linear(units, 2)

    def forward(self, x):
        steps, _ = self.cell(x)
        return torch.sigmoid(self.fc(steps[:, -1]))


class Steps(nn.Module):
    """A recurrent layer, steps first, that decides at each step."""

    def __init__(self, cell, units):
        super().__init__()
        self.cell = cell
        self.fc = nn.Linear(units, 3)

    def forward(self, x):
        steps, _ = self.cell(x)
        return torch.softmax(self.fc(steps), dim=-1)


class State(nn.Module):
    """A recurrent layer, of which the last state is used."""

    def __init__(self, cell):
        super().__init__()
        self.cell = cell

    def forward(self, x):
        _, state = self.cell(x)
        return state[0] if not isinstance(state, tuple) else state[0][0]


class Residual(nn.Module):
    """A residual block with squeeze and excitation."""

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(3, 8, 3, stride=2, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(8)
        self.second = nn.Conv2d(8, 8, 3, padding=1)
        self.squeeze = nn.AdaptiveAvgPool2d(1)
        self.excite = nn.Conv2d(8, 8, 1)
        self.fc = nn.Linear(8, 4)

    def forward(self, x):
        x = torch.relu(self.norm(self.first(x)))
        y = self.second(x)
        y = y * torch.sigmoid(self.excite(self.squeeze(y)))
        x = nn.functional.silu(x + y)
        return self.fc(torch.flatten(nn.functional.adaptive_avg_pool2d(x, 1), 1))


class UNet(nn.Module):
    """A way down, a way up and a shortcut."""

    def __init__(self):
        super().__init__()
        self.down = nn.Conv2d(1, 4, 3, padding=1)
        self.deep = nn.Conv2d(4, 6, 3, padding=1)
        self.up = nn.ConvTranspose2d(6, 4, 2, stride=2)
        self.last = nn.Conv2d(8, 1, 1)

    def forward(self, x):
        wide = torch.relu(self.down(x))
        deep = torch.relu(self.deep(nn.functional.max_pool2d(wide, 2)))
        return torch.sigmoid(self.last(torch.cat([wide, self.up(deep)], dim=1)))


class UpNet(nn.Module):
    """Upsampling and a cropped transposed convolution."""

    def __init__(self):
        super().__init__()
        self.up = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)
        self.back = nn.ConvTranspose2d(2, 3, 4, stride=2, padding=1)

    def forward(self, x):
        return self.back(nn.functional.pad(self.up(x), (1, 0, 0, 2)))


class Prepared(nn.Module):
    """Brings the pixels of each channel to mean 0 and deviation 1 itself."""

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1))
        self.register_buffer("deviation", torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1))
        self.conv = nn.Conv2d(3, 2, 3, padding=1)

    def forward(self, x):
        return self.conv((x / 255 - self.mean) / self.deviation)


class Shuffled(nn.Module):
    """Convolutions in groups, channels exchanged between them, and half of the channels on a way of their own."""

    def __init__(self):
        super().__init__()
        self.groups = nn.Conv2d(4, 6, 3, padding=1, groups=2)
        self.alone = nn.Conv2d(3, 3, 3, padding=1, groups=3, bias=False)

    def forward(self, x):
        x = torch.relu(self.groups(x))
        n, c, h, w = x.shape
        x = x.view(n, 2, c // 2, h, w).transpose(1, 2).reshape(n, c, h, w)
        one, other = x.chunk(2, 1)
        return torch.cat((one[:, :2], self.alone(other)), 1)


class View(nn.Module):
    """Rows of any number of samples, their shape worked out as the graph runs."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 3, 3)
        self.fc = nn.Linear(48, 5)

    def forward(self, x):
        x = nn.functional.leaky_relu(self.conv(x), 0.1)
        return torch.softmax(self.fc(x.view(x.size(0), -1)), dim=1)


class Encoder(nn.Module):
    """The second half of a transformer's layer."""

    def __init__(self):
        super().__init__()
        self.norm = nn.LayerNorm(6)
        self.wide = nn.Linear(6, 12)
        self.back = nn.Linear(12, 6)

    def forward(self, x):
        return x + self.back(nn.functional.gelu(self.wide(self.norm(x))))


class Words(nn.Module):
    """Codes, their vectors, and the mean of these."""

    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(10, 4)
        self.fc = nn.Linear(4, 2)

    def forward(self, x):
        return self.fc(self.table(x).mean(dim=1))


class GlobalMax(nn.Module):
    """Convolutions along time, and the largest of each feature."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv1d(3, 5, 3, padding=2, dilation=2), nn.PReLU(5), nn.AvgPool1d(2),
                                  nn.BatchNorm1d(5), nn.ELU(0.5), nn.Conv1d(5, 4, 4, stride=2))

    def forward(self, x):
        return torch.amax(self.body(x), dim=2)


def models():
    batch_first = {"batch_first": True}
    image = torch.randn(2, 3, 12, 12)
    sequence = torch.randn(2, 7, 5)
    cnn = nn.Sequential(nn.Conv2d(3, 6, 3, padding=1), nn.BatchNorm2d(6), nn.ReLU(),
                        nn.MaxPool2d(3, stride=2, padding=1), nn.Conv2d(6, 12, 3, groups=6), nn.Hardsigmoid(),
                        nn.AvgPool2d(2), nn.Dropout(0.3), nn.Flatten(), nn.Linear(48, 4), nn.Softmax(dim=1))
    cnn[5] = nn.ReLU6()
    volume = nn.Sequential(nn.Conv3d(1, 3, 3, padding=1), nn.Softplus(), nn.MaxPool3d(2), nn.Flatten(),
                           nn.Linear(24, 2))
    yield "cnn", cnn, image, 13
    yield "cnn-opset9", cnn, image, 9
    yield "residual", Residual(), image, 11
    yield "volume", volume, torch.randn(2, 1, 4, 4, 4), 13
    yield "upsampling", UpNet(), torch.randn(2, 2, 5, 4), 13
    yield "hard-functions", nn.Sequential(nn.Conv2d(2, 3, 3), nn.Hardswish(), nn.Conv2d(3, 2, 1), nn.Hardsigmoid(),
                                          nn.Hardtanh(-0.5, 0.75)), torch.randn(2, 2, 6, 6), 14
    yield "u-net", UNet(), torch.randn(2, 1, 8, 8), 13
    yield "prepared", Prepared(), torch.rand(2, 3, 5, 4) * 255, 13
    yield "shuffled", Shuffled(), torch.randn(2, 4, 5, 4), 13
    yield "view", View(), torch.randn(2, 2, 6, 6), 12
    yield "lstm-last-step", Last(nn.LSTM(5, 4, **batch_first), 4), sequence, 13
    yield "gru-both-directions", Last(nn.GRU(5, 4, bidirectional=True, **batch_first), 8), sequence, 13
    yield "rnn-two-layers", Last(nn.RNN(5, 4, num_layers=2, nonlinearity="relu", **batch_first), 4), sequence, 13
    yield "lstm-every-step", Steps(nn.LSTM(5, 4, bidirectional=True), 8), torch.randn(7, 2, 5), 13
    yield "gru-state", State(nn.GRU(5, 4, **batch_first)), sequence, 14
    yield "encoder", Encoder(), torch.randn(2, 5, 6), 13
    yield "encoder-opset17", Encoder(), torch.randn(2, 5, 6), 17
    yield "words", Words(), torch.randint(0, 10, (2, 6)), 13
    yield "time", GlobalMax(), torch.randn(2, 3, 16), 13


def main(folder):
    for name, module, sample, opset in models():
        torch.manual_seed(len(name))
        module.eval()
        for part in module.modules():
            if isinstance(part, (nn.BatchNorm1d, nn.BatchNorm2d)):
                nn.init.uniform_(part.running_mean, -0.5, 0.5)
                nn.init.uniform_(part.running_var, 0.5, 1.5)
        target = pathlib.Path(folder, name)
        target.mkdir(parents=True, exist_ok=True)
        batch = 1 if name == "lstm-every-step" else 0
        torch.onnx.export(module, sample, str(target / "model.onnx"), opset_version=opset, input_names=["input"],
                          output_names=["result"], dynamic_axes={"input": {batch: "batch"}})
        for kind, array in (("input_0.pb", sample), ("output_0.pb", module(sample).detach())):
            tensor = onnx.numpy_helper.from_array(array.numpy(), name=kind)
            (target / kind).write_bytes(tensor.SerializeToString())


if __name__ == "__main__":
    torch.manual_seed(1)
    main(sys.argv[1])
