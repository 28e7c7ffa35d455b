// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.option;

import java.nio.file.Path;
import org.vesalius.cli.context.CliContext;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.run.RunFolder;
import picocli.CommandLine.Option;

/** The option of commands on runs whose images are no longer where they were. */
public final class MovedData {

    /** Name of the mixin. */
    public static final String MIXIN = "data";

    @Option(names = "--data", paramLabel = "DIR", description = "The images of the run are in DIR now; the run "
            + "remembers it. Not needed where they moved together with the run's project.")
    private Path folder;

    /** Remembers the folder if one was given. */
    public void apply(RunFolder run, CliContext context) {
        if (folder != null && run.exists()) {
            new DatasetFiles().relocate(run.dataset(), context.resolve(folder));
        }
    }
}
