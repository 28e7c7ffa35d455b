# SPDX-License-Identifier: EPL-2.0
"""Runs modules that Vesalius wrote: for each folder given on standard input, module.py with the weights beside it on the
numbers in input0.bin, input1.bin …, whose sizes are in input0.txt …. Leaves result.bin, result.txt and count.txt (trained numbers, all
numbers), or error.txt."""
import importlib.util
import pathlib
import sys
import traceback

import numpy as np
import torch


def module(folder):
    spec = importlib.util.spec_from_file_location("module", folder / "module.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    classes = [c for c in vars(loaded).values() if isinstance(c, type) and c.__module__ == "module"]
    made = classes[-1]().eval()
    if (folder / "module.safetensors").exists() and hasattr(made, "load_weights"):
        made.load_weights(folder / "module.safetensors")
    return made


def inputs(folder):
    for sizes in sorted(folder.glob("input*.txt")):
        shape = [int(size) for size in sizes.read_text().split()]
        yield torch.from_numpy(np.fromfile(sizes.with_suffix(".bin"), "<f4").reshape(shape))


def run(folder):
    made = module(folder)
    trained = sum(p.numel() for p in made.parameters())
    kept = sum(v.numel() for k, v in made.state_dict().items() if not k.endswith("num_batches_tracked"))
    (folder / "count.txt").write_text(f"{trained} {kept}")
    with torch.no_grad():
        result = made(*inputs(folder)).numpy()
    (folder / "result.txt").write_text(" ".join(str(size) for size in result.shape))
    np.ascontiguousarray(result, "<f4").tofile(folder / "result.bin")


for line in sys.stdin:
    place = pathlib.Path(line.strip())
    try:
        run(place)
    except Exception:
        (place / "error.txt").write_text(traceback.format_exc())
