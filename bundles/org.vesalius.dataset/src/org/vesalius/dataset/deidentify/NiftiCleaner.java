// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.volume.NiftiWithoutTexts;

/**
 * Volumes in NIfTI: their texts are emptied and their extensions left away. The files tell of no patient that could get a
 * pseudonym; they get new names.
 */
public final class NiftiCleaner implements FileCleaner {
    private static final String VALUES = ".img";
    private static final List<String> ENDS = List.of(".nii", ".nii.gz", ".hdr", ".hdr.gz", VALUES, VALUES + ".gz");

    private final ProjectKey key;

    /** @param key what names are made with */
    public NiftiCleaner(ProjectKey key) {
        this.key = Objects.requireNonNull(key, "key");
    }

    @Override
    public boolean takes(Path file) {
        return !end(file.getFileName().toString()).isEmpty();
    }

    /** How the name ends, in lower case; empty if it isn't that of a volume. */
    private static String end(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDS.stream().filter(lower::endsWith).reduce("", (one, other) -> other.length() > one.length() ? other : one);
    }

    @Override
    public List<String> method() {
        return List.of("NIfTI: texts of the header emptied, extensions removed");
    }

    @Override
    public CleanCopy clean(Path file, String place) throws IOException {
        String end = end(place);
        String stem = place.substring(0, place.length() - end.length());
        boolean ofValues = end.startsWith(VALUES);
        Path header = ofValues ? beside(file, end, end.replace(VALUES, ".hdr")) : file;
        Path values = end.startsWith(".hdr") ? beside(file, end, end.replace(".hdr", VALUES)) : file;
        if (!Files.isRegularFile(header) || !Files.isRegularFile(values)) {
            throw new UnreadableImageException(ofValues ? "is only the values of a volume: its header is missing (.hdr)"
                    : "is only the header of a volume: its values are missing (.img)");
        }
        NiftiWithoutTexts plain = NiftiWithoutTexts.of(header, values);
        Actions actions = new Actions();
        if (!ofValues) {
            plain.texts().forEach(text -> actions.add(text, "NIfTI", "emptied"));
            if (plain.extended()) {
                actions.add("extension", "NIfTI", "removed");
            }
        }
        return new CleanCopy(key.pseudonym("volume", stem) + end, Set.of(), ofValues ? plain::writeValues : plain::write, actions,
                List.of());
    }

    private static Path beside(Path file, String end, String otherEnd) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - end.length()) + otherEnd);
    }
}
