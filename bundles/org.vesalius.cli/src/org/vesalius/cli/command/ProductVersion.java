// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import java.util.Objects;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class ProductVersion implements IVersionProvider {

    private final String version;

    /** A version text. */
    public ProductVersion(String version) {
        this.version = Objects.requireNonNull(version, "version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Vesalius " + version,
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")};
    }
}
