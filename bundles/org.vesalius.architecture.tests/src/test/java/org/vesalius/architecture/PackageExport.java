// SPDX-License-Identifier: EPL-2.0
package org.vesalius.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * A package that a bundle exports.
 *
 * @param bundle symbolic name, which is that of its folder
 * @param version of an API, absent for what is none
 * @param friends bundles that may use what is no API
 */
record PackageExport(String bundle, String name, Optional<String> version, boolean internal, List<String> friends) {
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?((?:[a-z0-9]+\\.)+)[A-Z]");

    /** All exported packages of all bundles, but for what tests export to tests. */
    static List<PackageExport> all(Repository repository) throws IOException {
        List<PackageExport> all = new ArrayList<>();
        for (Path module : repository.modules()) {
            Path manifest = module.resolve("META-INF/MANIFEST.MF");
            String bundle = module.getFileName().toString();
            if (Files.exists(manifest) && Part.of(bundle) != Part.TEST) {
                try (InputStream stream = Files.newInputStream(manifest)) {
                    String header = new Manifest(stream).getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
                    all.addAll(exports(bundle, header));
                }
            }
        }
        return all;
    }

    static List<PackageExport> exports(String bundle, String header) throws IOException {
        try {
            ManifestElement[] elements = ManifestElement.parseHeader(Constants.EXPORT_PACKAGE, header);
            return elements == null ? List.of() : Arrays.stream(elements).map(element -> of(bundle, element)).toList();
        } catch (BundleException e) {
            throw new IOException("The exports of " + bundle + " can't be read", e);
        }
    }

    private static PackageExport of(String bundle, ManifestElement element) {
        String friends = element.getDirective("x-friends");
        return new PackageExport(bundle, element.getValue(), Optional.ofNullable(element.getAttribute("version")),
                "true".equals(element.getDirective("x-internal")), friends == null ? List.of() : List.of(friends.split("\\s*,\\s*")));
    }

    boolean isApi() {
        return version.isPresent() && !internal && friends.isEmpty();
    }

    boolean allows(String user) {
        return isApi() || user.equals(bundle) || friends.contains(user);
    }

    /** The packages of which the sources of a module import something. */
    static Set<String> imported(Path module) throws IOException {
        Set<String> packages = new HashSet<>();
        if (!Files.exists(module.resolve("src"))) {
            return packages;
        }
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher found = IMPORT.matcher(Files.readString(file));
                while (found.find()) {
                    packages.add(found.group(1).substring(0, found.group(1).length() - 1));
                }
            }
        }
        return packages;
    }
}
