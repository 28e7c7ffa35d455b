// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Vesalius this is, for run records. */
final class ProductVersion {
    /** Raised with the version of the bundles. */
    static final String CURRENT = "1.0.0";

    /** What stands for the commit where the build knew none, and where classes were compiled without it. */
    static final String UNKNOWN = "unknown";

    /** Written by the build. */
    private static final String RESOURCE = "build.properties";

    private ProductVersion() {
    }

    /** The commit that this was built from; {@code +changes} behind it if files differed from it. */
    static String commit() {
        try (InputStream in = ProductVersion.class.getResourceAsStream(RESOURCE)) {
            Properties build = new Properties();
            if (in != null) {
                build.load(in);
            }
            return build.getProperty("commit", UNKNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this bundle can't be read", e);
        }
    }
}
