# SPDX-License-Identifier: EPL-2.0
"""Decodes and resizes the JPEG files of a folder with Pillow in two processes: for each line on standard input one block,
whose speed in images per second and seconds of processor time it prints. Arguments: the folder, the side of the resized images."""
import glob
import multiprocessing
import sys
import time

import PIL
from PIL import Image

PROCESSES = 2


def load(path):
    before = time.process_time()
    side = int(sys.argv[2])
    with Image.open(path) as image:
        image.convert("RGB").resize((side, side), Image.BILINEAR).tobytes()
    return time.process_time() - before


def main():
    paths = sorted(glob.glob(sys.argv[1] + "/**/*.jpg", recursive=True))
    with multiprocessing.Pool(PROCESSES) as pool:
        pool.map(load, paths[:PROCESSES])
        print(PIL.__version__, flush=True)
        for _ in sys.stdin:
            start = time.perf_counter()
            seconds = sum(pool.map(load, paths, chunksize=8))
            print(len(paths) / (time.perf_counter() - start), seconds, flush=True)


if __name__ == "__main__":
    main()
