// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.nio.file.Path;
import org.vesalius.dataset.Dataset;

/** A made-up data set that comes with Vesalius: the same on every machine, and its truth is known. */
public interface PhantomSet {
    /** The data set, to be saved in this folder; nothing is written yet. */
    Dataset in(Path folder);
}
