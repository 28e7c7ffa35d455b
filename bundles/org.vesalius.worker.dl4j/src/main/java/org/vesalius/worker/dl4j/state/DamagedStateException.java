// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.state;

import java.nio.file.Path;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** A saved model can't be used: it is cut short, altered, or belongs to another network. */
final class DamagedStateException extends ReportedException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the file
     * @param what what is wrong with it: "holds 8 bytes instead of 12"
     */
    DamagedStateException(Path file, String what) {
        super(ErrorKind.INVALID_INPUT, "The saved model can't be used: " + file.getFileName() + " " + what + ".", file,
                "Use an older checkpoint of the same run, or train again; it may belong to another network.");
    }
}
