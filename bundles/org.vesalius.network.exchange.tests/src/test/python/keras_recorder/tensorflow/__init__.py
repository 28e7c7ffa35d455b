# SPDX-License-Identifier: EPL-2.0
"""Stands in for TensorFlow in tests: takes down which layers are made, and what each is given."""
