# SPDX-License-Identifier: EPL-2.0
"""Decodes and resizes the JPEG files of a folder with Pillow in two processes: for each line on standard input one block,
whose speed in images per second it prints. Arguments: the folder, the side of the resized images."""
import glob
import multiprocessing
import sys
import time

import PIL
from PIL import Image

PROCESSES = 2


def load(path):
    side = int(sys.argv[2])
    with Image.open(path) as image:
        return len(image.convert("RGB").resize((side, side), Image.BILINEAR).tobytes())


def main():
    paths = sorted(glob.glob(sys.argv[1] + "/**/*.jpg", recursive=True))
    with multiprocessing.Pool(PROCESSES) as pool:
        pool.map(load, paths[:PROCESSES])
        print(PIL.__version__, flush=True)
        for _ in sys.stdin:
            start = time.perf_counter()
            pool.map(load, paths, chunksize=8)
            print(len(paths) / (time.perf_counter() - start), flush=True)


if __name__ == "__main__":
    main()
