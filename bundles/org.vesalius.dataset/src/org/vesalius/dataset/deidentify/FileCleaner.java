// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vesalius.core.io.ContentWriter;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Makes copies of files of one kind that no longer tell who the patient is. It never writes to the originals. */
public interface FileCleaner {

    /**
     * Whether a file is of this kind; one that is and turns out damaged is refused by {@link #clean}.
     *
     * @throws IOException if it can't be read
     */
    boolean takes(Path file) throws IOException;

    /**
     * Finds out what a file becomes.
     *
     * @param file the original
     * @param place where it lies in what is de-identified, with forward slashes; it may tell who the patient is
     * @throws UnreadableImageException if it can't be de-identified; the message says why, and holds nothing of its values
     * @throws IOException if reading fails
     */
    CleanCopy clean(Path file, String place) throws IOException;

    /** What the report says of how it was done, such as profile and options. */
    List<String> method();

    /**
     * A file as it will be.
     *
     * @param name its name, with the folders above it; it tells nothing of the original
     * @param patients what stands for the patients; empty where the file tells of none
     * @param content writes it
     * @param actions what was done
     * @param remarks what the user should know of it, as sentences about any such file
     */
    record CleanCopy(String name, Set<String> patients, ContentWriter content, Actions actions, List<String> remarks) {
        /** Copies the list. */
        public CleanCopy {
            Objects.requireNonNull(name, "name");
            patients = Set.copyOf(patients);
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(actions, "actions");
            remarks = List.copyOf(remarks);
        }

        /** Without anything of the file. */
        @Override
        public String toString() {
            return "CleanCopy";
        }
    }
}
