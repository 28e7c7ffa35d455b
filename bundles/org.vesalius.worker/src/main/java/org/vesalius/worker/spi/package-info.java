// SPDX-License-Identifier: EPL-2.0
/**
 * What an engine implements to train networks in the worker: a {@link org.vesalius.worker.spi.NetworkLibrary}, found by
 * {@link java.util.ServiceLoader}, that builds {@link org.vesalius.worker.spi.TrainableNetwork}s.
 *
 * <p><strong>To write an engine</strong>, put a jar on the worker's class path with
 * {@code META-INF/services/org.vesalius.worker.spi.NetworkLibrary} naming your library. The harness does the rest: it
 * opens and shuffles the data, assembles and augments batches, sets the learning rate, measures, decides on early
 * stopping, writes events and checkpoints, and obeys the user. Your network does arithmetic only: one step on one
 * batch, predictions, and saving itself whole.
 *
 * <p><strong>Determinism.</strong> With equal network, settings, seed and thread count, {@code build} gives equal
 * parameters, and {@code beginEpoch} puts every random generator of the library into a state that depends on seed and
 * epoch alone. Then {@code load} of what {@code save} wrote, followed by {@code beginEpoch}, goes on bit for bit as if
 * nothing had happened, and a killed run can be resumed exactly.
 *
 * <p><strong>Layout.</strong> Tensors are dense, single precision, row-major, the batch axis first: images are
 * {@code [n, height, width, channels]}, sequences {@code [n, time, features]}, vectors {@code [n, units]}.
 *
 * <p><strong>Threads.</strong> All methods of a network are called by one thread, the same that built it.
 */
package org.vesalius.worker.spi;
