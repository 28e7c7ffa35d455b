// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.prepare;

/** The version of Vesalius that run records name. */
final class ProductVersion {
    /** Raised with the version of the bundles. */
    static final String CURRENT = "1.0.0";

    private ProductVersion() {
    }
}
