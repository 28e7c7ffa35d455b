// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.vesalius.dataset.importer.kind.PassedOver;

/**
 * What became of what was de-identified.
 *
 * @param method how it was done, such as profile and options
 * @param files how many were written, or would be
 * @param patients how many different ones they are of
 * @param actions what was done, by attribute
 * @param remarks what the user should know, each with the number of files it is about
 * @param leftOut the files that were not written, with reasons; their names may tell who the patient is
 */
public record DeidentificationReport(List<String> method, int files, int patients, Actions actions,
        Map<String, Integer> remarks, List<PassedOver> leftOut) {
    /** Copies the lists. */
    public DeidentificationReport {
        method = List.copyOf(method);
        Objects.requireNonNull(actions, "actions");
        remarks = new TreeMap<>(remarks);
        leftOut = List.copyOf(leftOut);
    }

    /** Without the names of files. */
    @Override
    public String toString() {
        return "DeidentificationReport[" + files + " files, " + leftOut.size() + " left out]";
    }
}
