// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import java.util.Set;

/** The parts of the product, by what their code may touch. */
enum Part {

    /** Plain Java and EMF; runs in the workbench, in the worker and in a test without OSGi. */
    CORE,
    /** OSGi without a window: engines and the command line. */
    HEADLESS,
    /** Everything with widgets. */
    WORKBENCH,
    /** Tests; they may look at anything. */
    TEST;

    private static final Set<String> HEADLESS_MODULES = Set.of("org.vesalius.engine", "org.vesalius.cli");
    private static final Set<String> WORKBENCH_MODULES =
            Set.of("org.vesalius.ui", "org.vesalius.help", "org.vesalius.product");

    /** The part of a module; whatever is not known to be elsewhere is held to the rules of the core. */
    static Part of(String module) {
        if (module.endsWith(".tests")) {
            return TEST;
        }
        if (HEADLESS_MODULES.contains(module) || module.startsWith("org.vesalius.engine.")) {
            return HEADLESS;
        }
        boolean widgets = module.endsWith(".ui") || module.startsWith("org.vesalius.gef.");
        return widgets || WORKBENCH_MODULES.contains(module) ? WORKBENCH : CORE;
    }
}
