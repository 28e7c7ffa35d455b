// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * What the product is made of.
 *
 * @param version version, commit and the machine it runs on, a line each
 * @param libraries what others made
 */
record AboutFacts(String version, List<Library> libraries) {
    private static final String ABOUT = "about.html";
    private static final Pattern ROW = Pattern.compile("<tr><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,40}(-dirty)?");

    /**
     * Something that others made.
     *
     * @param name its name on Maven Central
     * @param licence the id of its licence
     * @param notice what the licence asks to be said; may be empty
     */
    record Library(String name, String licence, String notice) {
    }

    /** Reads them; not on the UI thread. */
    static AboutFacts read() throws IOException {
        Bundle product = FrameworkUtil.getBundle(AboutFacts.class);
        String version = "Version " + product.getVersion() + commit().map(id -> "\nCommit " + id).orElse("") + "\nJava "
                + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
        Stream.Builder<Library> libraries = Stream.builder();
        for (Bundle bundle : product.getBundleContext().getBundles()) {
            URL about = bundle.getSymbolicName().startsWith("org.vesalius.") ? bundle.getEntry(ABOUT) : null;
            if (about != null) {
                rows(about).forEach(libraries::add);
            }
        }
        return new AboutFacts(version, libraries.build().distinct()
                .sorted(Comparator.comparing(Library::name)).toList());
    }

    /** Where the build wrote it; a build outside a repository knows none. */
    private static Optional<String> commit() throws IOException {
        Properties build = new Properties();
        try (InputStream in = AboutFacts.class.getResourceAsStream("commit.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return Optional.ofNullable(build.getProperty("commit")).filter(id -> COMMIT.matcher(id).matches());
    }

    private static Stream<Library> rows(URL about) throws IOException {
        try (InputStream in = about.openStream()) {
            return ROW.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results()
                    .map(row -> new Library(text(row.group(1)), text(row.group(2)), text(row.group(3))));
        }
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
