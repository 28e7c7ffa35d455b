// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.util.List;
import java.util.stream.Stream;
import org.vesalius.dataset.importer.array.NiftiKind;
import org.vesalius.dataset.importer.array.NpzKind;
import org.vesalius.dataset.importer.kind.ColumnOptions;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.annotated.BoxKind;
import org.vesalius.dataset.importer.annotated.MaskKind;
import org.vesalius.dataset.importer.sequence.SequenceKind;
import org.vesalius.dataset.importer.table.TableKind;
import org.vesalius.dataset.reader.ColumnReaders;

/**
 * The kinds of files that data sets are made of.
 *
 * @param all in the order in which they are offered
 */
public record ImportKinds(List<ImportKind> all) {

    /** Copies the list. */
    public ImportKinds {
        all = List.copyOf(all);
    }

    /**
     * Those that come with Vesalius.
     *
     * @param readers of images and other arrays
     */
    public ImportKinds(ColumnReaders readers) {
        this(Stream.concat(Stream.of(new ImageFolderKind(readers), new TableKind(), new SequenceKind(), new NpzKind(readers),
                new NiftiKind(readers), new MaskKind(readers)), BoxKind.all(readers).stream())
                .map(ColumnOptions::addedTo).toList());
    }

    /** These and another one, behind them. */
    public ImportKinds with(ImportKind kind) {
        return new ImportKinds(Stream.concat(all.stream(), Stream.of(ColumnOptions.addedTo(kind))).toList());
    }
}
