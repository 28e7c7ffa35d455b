# SPDX-License-Identifier: EPL-2.0
"""Writes what pydicom (with gdcm) reads of the sample files: python3 dicom_values.py SAMPLES > values.tsv

SAMPLES holds the folders pydicom and wg04; the packed references of wg04 are unpacked by zstd. Debian: python3-pydicom
python3-gdcm zstd. A line is the file, the hash (SHA-256) of its values in real units as little-endian single precision, row
by row with the channels of a pixel together, for lossy files the mean error from the reference of wg04 (empty where there is
none), and the means of sixteen parts of the values one after the other.
"""
import hashlib
import pathlib
import subprocess
import sys
import tempfile
import warnings

import numpy
import pydicom
from pydicom.pixel_data_handlers.util import apply_color_lut, convert_color_space

warnings.simplefilter("ignore")
LOSSY = ("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.91")


def values(file):
    data = pydicom.dcmread(file, force=True)
    pixels = data.pixel_array
    if data.PhotometricInterpretation == "PALETTE COLOR":
        pixels = apply_color_lut(pixels, data)
    elif data.PhotometricInterpretation.startswith("YBR_FULL"):
        pixels = convert_color_space(pixels, data.PhotometricInterpretation, "RGB")
    slope = float(data.get("DoseGridScaling", data.get("RescaleSlope", 1)))
    return data, pixels.astype("f8") * slope + float(data.get("RescaleIntercept", 0))


def main(root):
    references = {}
    for file in sorted((root / "wg04/REF").iterdir()):
        with tempfile.NamedTemporaryFile() as unpacked:
            subprocess.run(["zstd", "-dqcf", file], stdout=unpacked, check=True)
            references[file.name[:3]] = values(unpacked.name)[1]
    for file in sorted(root.glob("pydicom/*.dcm")) + sorted(root.glob("wg04/J*/*")) + sorted(root.glob("wg04/RLE/*")):
        try:
            data, read = values(file)
        except Exception:
            continue
        lossy = data.file_meta.TransferSyntaxUID in LOSSY
        reference = references.get(file.name[:3]) if "wg04" in str(file) else None
        error = "" if reference is None or not lossy else "%.4f" % abs(read - reference).mean()
        exact = read if reference is None or lossy else reference
        digest = "lossy" if lossy else hashlib.sha256(exact.astype("<f4").tobytes()).hexdigest()
        parts = numpy.array_split(exact.ravel(), 16)
        print(file.relative_to(root), digest, error, ",".join("%.4f" % part.mean() for part in parts), sep="\t")


main(pathlib.Path(sys.argv[1]))
