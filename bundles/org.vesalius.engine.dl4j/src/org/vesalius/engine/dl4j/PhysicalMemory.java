// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.dl4j;

import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;

/** The physical memory that this process may use: of its container if it runs in one, else of the machine. */
final class PhysicalMemory {

    // Of the heap the JVM takes by default a quarter of the memory.
    private static final int DEFAULT_HEAP_SHARE = 4;

    private PhysicalMemory() {
        // one function
    }

    /** The memory in bytes. */
    static long bytes() {
        try {
            // by name: the typed access is in com.sun.management, a package OSGi need not offer
            ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
            return (Long) ManagementFactory.getPlatformMBeanServer().getAttribute(system, "TotalMemorySize");
        } catch (JMException e) {
            return Runtime.getRuntime().maxMemory() * DEFAULT_HEAP_SHARE;
        }
    }
}
