// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.ChangeDescription;

/** Counts what a recorded change keeps. */
final class ChangeSize {
    private ChangeSize() {
    }

    /** Returns how many objects a change consists of: changed features and list entries, and whatever was removed. */
    static int of(ChangeDescription change) {
        int count = 1;
        TreeIterator<EObject> contents = change.eAllContents();
        while (contents.hasNext()) {
            contents.next();
            count++;
        }
        return count;
    }
}
