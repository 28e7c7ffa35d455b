// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * What a bundle says of itself.
 *
 * @param name symbolic name
 * @param requires symbolic names of the bundles it requires, and of the host of a fragment
 * @param imports packages it imports
 * @param exports packages it exports
 */
record BundleManifest(
        String name, List<String> requires, List<String> imports, List<String> exports) {

    static BundleManifest read(InputStream stream) throws IOException {
        Attributes headers = new Manifest(stream).getMainAttributes();
        return new BundleManifest(
                values(headers, Constants.BUNDLE_SYMBOLICNAME).get(0),
                values(headers, Constants.REQUIRE_BUNDLE),
                values(headers, Constants.IMPORT_PACKAGE),
                values(headers, Constants.EXPORT_PACKAGE));
    }

    Part part() {
        return Part.of(name);
    }

    private static List<String> values(Attributes headers, String header) throws IOException {
        try {
            ManifestElement[] elements = ManifestElement.parseHeader(header, headers.getValue(header));
            return elements == null
                    ? List.of()
                    : Arrays.stream(elements).map(ManifestElement::getValue).toList();
        } catch (BundleException e) {
            throw new IOException("The header " + header + " can't be read", e);
        }
    }
}
