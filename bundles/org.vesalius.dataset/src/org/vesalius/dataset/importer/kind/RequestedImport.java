// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.reader.ColumnReaders;

/** An import of what a request names, with the columns that most of them have. */
public abstract class RequestedImport implements DatasetImport {
    /** Whom a sample is of. */
    protected static final Column PATIENT = Column.text("patient", ColumnRole.PATIENT);
    /** Why a sample can't be read. */
    protected static final Column DEFECT = Column.text("defect", ColumnRole.DEFECT);

    /** What is imported, and how. */
    protected final ImportRequest request;
    /** What reads it. */
    protected final ColumnReaders readers;

    /**
     * @param request what is imported, and how
     * @param readers what reads it
     */
    protected RequestedImport(ImportRequest request, ColumnReaders readers) {
        this.request = Objects.requireNonNull(request, "request");
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    @Override
    public List<Path> sources() {
        return List.of(request.source());
    }
}
