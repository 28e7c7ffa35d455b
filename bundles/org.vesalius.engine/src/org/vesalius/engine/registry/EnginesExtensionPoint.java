// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

/** Names of the extension point that takes engines; its schema is {@code schema/engines.exsd}. */
public final class EnginesExtensionPoint {

    /** The id of the extension point. */
    public static final String ID = "org.vesalius.engine.engines";

    /** The element that contributes one engine. */
    static final String ENGINE = "engine";

    /** The attribute with the id that experiments name. */
    static final String ENGINE_ID = "id";

    /** The attribute with the class that implements {@link org.vesalius.engine.ExecutionEngine}. */
    static final String ENGINE_CLASS = "class";

    private EnginesExtensionPoint() {
        // names only
    }
}
