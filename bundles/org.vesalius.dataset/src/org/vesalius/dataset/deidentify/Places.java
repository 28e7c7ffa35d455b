// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.OutputFolder;

/**
 * Where originals, copies and key are. None may lie in another, whatever links lead there.
 *
 * @param source the originals: a folder or a file
 * @param out the folder of the copies, which isn't there yet
 * @param key the file of the key
 */
record Places(Path source, Path out, Optional<Path> key) {

    /** Refuses, before anything is written, what would mix them. */
    void refuse() {
        if (!Files.exists(source)) {
            throw refused("There is no such file or folder.", source, "Name the folder or file to be de-identified.");
        }
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw refused("This is there already.", out, "Name a folder that isn't there yet: it appears when all is done.");
        }
        if (out.getFileName() != null) {
            Path originals = real(source);
            Path copies = real(out);
            if (copies.startsWith(originals) || originals.startsWith(copies)) {
                throw refused("Copies aren't written among the originals.", out, "Name a folder outside them.");
            }
            key.map(Places::real).filter(file -> file.startsWith(originals) || file.startsWith(copies)).ifPresent(file -> {
                throw refused("The key may lie neither among the originals nor among the copies.", key.get(),
                        "Keep it elsewhere: whoever has the key and the originals can tell who a patient is.");
            });
        }
        new OutputFolder(out).requireWritable();
    }

    /** Links followed, as far as the path is there. */
    private static Path real(Path path) {
        Path there = path.toAbsolutePath().normalize();
        Path rest = there.getFileSystem().getPath("");
        while (there != null && !Files.exists(there)) {
            rest = there.getFileName().resolve(rest);
            there = there.getParent();
        }
        try {
            return there == null ? path : there.toRealPath().resolve(rest).normalize();
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "Where this leads can't be found out.", path,
                    "Check the permissions of the folders above it.", e);
        }
    }

    private static ReportedException refused(String message, Path where, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, where, remedy);
    }

    /** Without the paths, which may tell who patients are. */
    @Override
    public String toString() {
        return "Places";
    }
}
