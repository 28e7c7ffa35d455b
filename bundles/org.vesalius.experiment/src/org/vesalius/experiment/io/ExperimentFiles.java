// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.vesalius.core.xmi.XmiDialect;
import org.vesalius.core.xmi.XmiFormat;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentPackage;

/**
 * Reads and writes {@code .experiment} files: XMI of {@code experiment.ecore}. The default of an attribute is not
 * written; defaults belong to the version of the format, which is the end of the namespace's URI.
 */
public final class ExperimentFiles {
    /** What the names of these files end with, without the dot. */
    public static final String EXTENSION = "experiment";

    private final XmiFormat format = new XmiFormat(new XmiDialect("experiment",
            ExperimentPackage.Literals.EXPERIMENT, List.of(ExperimentPackage.eINSTANCE)));

    /**
     * Reads a file.
     *
     * @throws org.vesalius.core.ReportedException with file, line and remedy, if it can't be used
     */
    public Experiment load(Path file) {
        return (Experiment) format.load(file);
    }

    /**
     * Reads from a stream, which stays open.
     *
     * @param in the content
     * @param name what messages call it
     * @throws org.vesalius.core.ReportedException with name, line and remedy, if it can't be used
     */
    public Experiment load(InputStream in, String name) {
        return (Experiment) format.load(in, name);
    }

    /**
     * Replaces a file as a whole.
     *
     * @throws org.vesalius.core.ReportedException if it can't be written; it is then as before
     */
    public void save(Experiment experiment, Path file) {
        format.save(experiment, file);
    }

    /**
     * The content of a file with this experiment; the same experiment gives the same bytes.
     *
     * @throws org.vesalius.core.ReportedException if the experiment can't be stored
     */
    public byte[] toBytes(Experiment experiment) {
        return format.toBytes(experiment);
    }
}
