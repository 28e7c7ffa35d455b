// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.vesalius.dataset.importer.kind.PassedOver;

/**
 * What a scan of files found.
 *
 * @param root the folder that samples start from
 * @param options how the sequences are read
 * @param labelled whether the files themselves tell the category of each
 * @param numbers headings of numbers that were found for each sequence, beside the sequence itself
 * @param all in the order of the files
 * @param passedOver what was left out
 * @param remarks what was detected and decided
 * @param total how many sequences there are; empty where only the first were looked at
 */
record FoundSequences(Path root, Map<String, String> options, boolean labelled, List<String> numbers, List<Found> all,
        List<PassedOver> passedOver, List<String> remarks, OptionalLong total) {

    /**
     * One sequence.
     *
     * @param value what the sample's column holds
     * @param id whose it is; empty where nothing tells
     * @param label its category; empty where nothing tells
     * @param numbers the cells of the headings
     * @param defect why it can't be read; empty for a good one
     */
    record Found(String value, String id, String label, Map<String, String> numbers, String defect) {
        /** Without values, which may tell who the patient is. */
        @Override
        public String toString() {
            return "Found";
        }
    }
}
