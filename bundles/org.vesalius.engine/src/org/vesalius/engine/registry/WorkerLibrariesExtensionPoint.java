// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

/** Names of the extension point that takes worker libraries; its schema is {@code schema/workerLibraries.exsd}. */
public final class WorkerLibrariesExtensionPoint {

    /** The id of the extension point. */
    public static final String ID = "org.vesalius.engine.workerLibraries";

    /** The element that contributes the jars of one bundle. */
    static final String LIBRARY = "library";

    /** The attribute with the folder of jars inside the bundle. */
    static final String LIBRARY_FOLDER = "folder";

    private WorkerLibrariesExtensionPoint() {
        // names only
    }
}
