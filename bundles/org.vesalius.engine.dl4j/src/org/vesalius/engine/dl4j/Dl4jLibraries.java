// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.vesalius.engine.registry.BundleJars;

/**
 * The jars of the worker: those of this bundle and the native ones of its fragment for this platform.
 *
 * @param jars    all jars, in the order of the class path
 * @param missing why a worker can't be started with them; absent when all is there
 */
record Dl4jLibraries(List<Path> jars, Optional<String> missing) {

    private static final String FOLDER = "lib";

    Dl4jLibraries {
        jars = List.copyOf(jars);
    }

    /** The jars of the installed bundle. */
    static Dl4jLibraries of(Bundle host) {
        Bundle[] fragments = Platform.getFragments(host);
        if (fragments == null || fragments.length == 0) {
            return incomplete("this installation holds no native libraries for " + Platform.getOS() + " on "
                    + Platform.getOSArch());
        }
        try {
            List<Path> jars = new ArrayList<>(new BundleJars(host).in(FOLDER));
            for (Bundle fragment : fragments) {
                jars.addAll(new BundleJars(fragment).in(FOLDER));
            }
            return new Dl4jLibraries(jars, Optional.empty());
        } catch (IllegalArgumentException e) {
            return incomplete(e.getMessage());
        }
    }

    private static Dl4jLibraries incomplete(String reason) {
        return new Dl4jLibraries(List.of(), Optional.of(reason));
    }
}
