// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.List;
import java.util.Map;

/**
 * A kind of files that data sets are made of. The command line and the window both offer it from what it says here; it
 * takes its place in {@code ImportKinds} and needs nothing else.
 */
public interface ImportKind {

    /** What it is called on the command line: {@code dataset import <id>}. */
    String id();

    /** What it is called in the window, some words. */
    String title();

    /** What it does, one sentence. */
    String header();

    /** How the files are read, some sentences. */
    String description();

    /** What it is given. */
    Sources sources();

    /** What can be told to it, beside the files, the folder of the data set and its name. */
    List<ImportOption> options();

    /** Command lines as examples, without the name of the product; a long one has several lines. */
    List<String> examples();

    /** How well it suits these files, by what can be told from their names and first line. */
    default Fit fit(SourceGlance sources) {
        return Fit.NONE;
    }

    /** Values that these files suggest for options, the likeliest first, by the names of the options. */
    default Map<String, List<String>> proposals(SourceGlance sources) {
        return Map.of();
    }

    /**
     * An import of these files; they are read later.
     *
     * @throws org.vesalius.core.ReportedException if a setting is wrong
     */
    DatasetImport of(ImportRequest request);

    /** How well a kind suits some files. */
    enum Fit {
        /** It can't read them, or that can't be told. */
        NONE,
        /** It may be able to read them. */
        POSSIBLE,
        /** They look as it expects them. */
        LIKELY
    }

    /**
     * What an import is given.
     *
     * @param label what stands for one in a command line, such as FOLDER
     * @param description what it is, one sentence
     * @param folder whether it is a folder
     * @param several whether more than one may be given
     */
    record Sources(String label, String description, boolean folder, boolean several) {
    }
}
