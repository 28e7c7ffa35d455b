// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.xmi;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;

/**
 * One kind of model file.
 *
 * @param kind what people call it: {@code network}, {@code experiment}
 * @param root the class of the one object at its root; the URI of its package ends with {@code /<version>}
 * @param packages all packages whose classes may occur, that of the root among them
 * @param limits what a file may ask for
 */
public record XmiDialect(String kind, EClass root, List<EPackage> packages, Limits limits) {

    /** Copies the packages. */
    public XmiDialect {
        packages = List.copyOf(packages);
    }

    /** With the standard limits. */
    public XmiDialect(String kind, EClass root, List<EPackage> packages) {
        this(kind, root, packages, Limits.usual());
    }

    /** The namespace of the root: {@code http://vesalius.org/network/1.0}. */
    String uri() {
        return root.getEPackage().getNsURI();
    }

    /** What the namespaces of all versions start with: {@code http://vesalius.org/network/}. */
    String family() {
        return uri().substring(0, uri().lastIndexOf('/') + 1);
    }

    /** The version of the format that is read and written: {@code 1.0}. */
    String version() {
        return uri().substring(family().length());
    }

    /**
     * What a file may ask for before it is refused.
     *
     * @param bytes largest size of the file
     * @param elements most XML elements
     * @param depth deepest nesting of elements
     */
    public record Limits(int bytes, int elements, int depth) {
        /** Far above what people draw, far below what hurts: 64 MiB, 500,000 elements, 32 levels. */
        public static Limits usual() {
            return new Limits(64 << 20, 500_000, 32);
        }
    }
}
