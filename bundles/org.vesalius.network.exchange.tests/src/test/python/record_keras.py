# SPDX-License-Identifier: EPL-2.0
"""Runs build_model() of each file given, with a Keras that only takes down, and prints the records as JSON."""
import importlib.util
import json
import pathlib
import py_compile
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent / 'keras_recorder'))
from tensorflow import keras

for path in sys.argv[1:]:
    py_compile.compile(path, doraise=True)
    keras.RECORDS.clear()
    spec = importlib.util.spec_from_file_location('exported', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.build_model()
    print(json.dumps(keras.RECORDS))
