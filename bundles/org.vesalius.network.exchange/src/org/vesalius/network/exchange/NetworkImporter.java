// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import java.nio.file.Path;
import java.util.List;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** Reads networks that another tool wrote. Stateless; runs nothing that a file contains. */
public interface NetworkImporter {
    /** Names the importer on the command line: {@code keras}. */
    String id();

    /** Names the kind of files for people: {@code Keras model}. */
    String label();

    /** What the names of its files end with, in lower case, without the dot. */
    List<String> extensions();

    /**
     * Reads a file.
     *
     * @throws ReportedException with file and remedy, if it is broken or of another kind; a layer that Vesalius does not
     *     know is no error
     */
    ImportedNetwork load(Path file);

    /**
     * Reads a network from one file and its weights from another.
     *
     * @throws ReportedException as for {@link #load(Path)}, or if this kind keeps both in one file
     */
    default ImportedNetwork load(Path file, Path weights) {
        throw new ReportedException(ErrorKind.INVALID_INPUT, label() + " files hold their weights themselves.", weights,
                "Leave the file of weights out.");
    }
}
