#!/usr/bin/env python3
# SPDX-License-Identifier: EPL-2.0
"""Writes what nibabel reads of NIfTI files: nifti_values.py DATA > nifti-values.tsv (Debian: python3-nibabel).

Each line: file, axes as stored, sizes z×y×x(×t) in the closest RAS orientation, steps of x, y, z in mm, mean, and the
SHA-256 of the values in single precision, little-endian, x varying faster than y and z, the fourth axis fastest.
"""
import hashlib
import pathlib
import sys

import nibabel
import numpy

data = pathlib.Path(sys.argv[1])
files = [f for folder in ("nifti", "mri-hippocampus") for f in sorted((data / folder).rglob("*.nii*"))]
for file in files:
    image = nibabel.load(file)
    canonical = nibabel.as_closest_canonical(image)
    values = canonical.get_fdata(dtype=numpy.float64).astype("<f4")
    order = (2, 1, 0, 3) if values.ndim == 4 else (2, 1, 0)
    values = numpy.ascontiguousarray(values.transpose(order))
    steps = nibabel.affines.voxel_sizes(canonical.affine)
    print(file.relative_to(data).as_posix(), "".join(nibabel.aff2axcodes(image.affine)),
          "x".join(map(str, values.shape)), ",".join("%.4f" % s for s in steps), "%.6g" % values.mean(dtype=float),
          hashlib.sha256(values.tobytes()).hexdigest(), sep="\t")
