// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

/** ND4J's numbers for the order of axes, behind the other arguments of its operations with windows. */
final class WindowFormat {

    private static final long CHANNELS_LAST = 1;
    private static final long KERNEL_AS_KERAS = 0;
    private static final long AVERAGE_OF_PLACES_INSIDE = 0;

    private WindowFormat() {
    }

    /** Of convolutions. */
    static long[] convolution() {
        return new long[] {CHANNELS_LAST, KERNEL_AS_KERAS};
    }

    /** Of poolings. */
    static long[] pooling() {
        return new long[] {AVERAGE_OF_PLACES_INSIDE, CHANNELS_LAST};
    }
}
