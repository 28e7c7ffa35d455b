// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** A file of signals, its header read; the signals are read when asked for, and never more than asked for. */
public interface RecordingFile {
    /** The most values that are read at once. */
    long MOST_VALUES = 1L << 28;

    /** What can be read, in the order of the file. */
    List<Recording.Channel> channels();

    /** Samples a second of each channel. */
    List<Double> rates();

    /** Time steps of each channel. */
    List<Long> lengths();

    /** What a user should know of this file, such as gaps in it; without names of patients. */
    List<String> remarks();

    /**
     * All files that the recording is read from, this one first; each lies in the folder of the first.
     *
     * @throws UnreadableImageException if one isn't there or lies elsewhere
     * @throws IOException if looking fails
     */
    List<Path> files() throws IOException;

    /** What is noted beside the signals, in the order of time. */
    List<Mark> marks();

    /**
     * Reads a part of some channels.
     *
     * @param channels numbers of the channels, in the order wanted
     * @param from the first time step, from 0
     * @param to behind the last one
     * @throws UnreadableImageException if the channels aren't sampled alike, the part isn't there, or the file is damaged
     * @throws IOException if reading fails
     */
    Recording read(List<Integer> channels, long from, long to) throws IOException;

    /**
     * A note at a time of a recording, such as the kind of a beat.
     *
     * @param sample number of the time step of the first channel it belongs to
     * @param text what is noted
     */
    record Mark(long sample, String text) {
    }
}
