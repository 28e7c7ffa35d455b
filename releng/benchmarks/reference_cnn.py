# SPDX-License-Identifier: EPL-2.0
"""Trains the reference CNN in PyTorch: for each line on standard input one block, whose speed in images per second it
prints. Arguments: number of threads, training steps in a block."""
import sys
import time

import torch
from torch import nn

BATCH = 32


def network():
    return nn.Sequential(
        nn.Conv2d(3, 32, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(30 * 30 * 64, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 1),
    ).to(memory_format=torch.channels_last)


def main():
    torch.set_num_threads(int(sys.argv[1]))
    steps = int(sys.argv[2])
    torch.manual_seed(1)
    model = network()
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    loss_function = nn.BCEWithLogitsLoss()
    images = torch.rand(BATCH, 3, 128, 128).to(memory_format=torch.channels_last)
    labels = (torch.rand(BATCH, 1) > 0.5).float()
    print(torch.__version__, flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        before = time.process_time()
        for _ in range(steps):
            optimizer.zero_grad()
            loss = loss_function(model(images), labels)
            loss.backward()
            optimizer.step()
            loss.item()
        print(steps * BATCH / (time.perf_counter() - start), time.process_time() - before, flush=True)


main()
