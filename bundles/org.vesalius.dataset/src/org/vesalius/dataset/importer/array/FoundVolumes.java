// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.UnmarkedOption;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.NiftiReader;

/**
 * The volumes in a folder, and their masks.
 *
 * @param volumes paths relative to the folder, with forward slashes, in the order of their names
 * @param masks those of the masks by the volumes they are of; empty if there are none
 * @param stacks whether they are stacks of pages in TIFF files; NIfTI volumes otherwise
 * @param passedOver other files
 */
record FoundVolumes(List<String> volumes, Map<String, String> masks, boolean stacks, List<PassedOver> passedOver) {
    private static final List<List<String>> KNOWN = List.of(List.of("images", "labels"), List.of("imagesTr", "labelsTr"),
            List.of("images", "masks"));
    /** How the names of volumes end. */
    static final Pattern ENDS = Pattern.compile("(?i)\\.((nii|hdr)(\\.gz)?|tiff?)$");

    private static final Pattern TIFF = Pattern.compile("(?is).*\\.tiff?");
    private static final int DEEPEST = 16;
    private static final int MOST_FILES = 1_000_000;

    static FoundVolumes in(ImportRequest request, Progress progress) {
        Path folder = request.source();
        List<PassedOver> passedOver = new ArrayList<>();
        List<String> found = files(folder, passedOver, progress);
        boolean stacks = !found.isEmpty() && found.stream().allMatch(FoundVolumes::isTiff);
        List<String> all = found.stream().filter(file -> stacks || !isTiff(file)).toList();
        found.stream().filter(file -> !stacks && isTiff(file))
                .forEach(file -> passedOver.add(new PassedOver(file, "is a TIFF file among NIfTI volumes")));
        Optional<String> volumes = request.text("volumes");
        Optional<String> masks = request.text("masks");
        for (List<String> pair : KNOWN) {
            if (volumes.isEmpty() && masks.isEmpty() && in(all, pair.get(0)).findAny().isPresent()
                    && in(all, pair.get(1)).findAny().isPresent()) {
                volumes = Optional.of(pair.get(0));
                masks = Optional.of(pair.get(1));
            }
        }
        List<String> chosen = volumes.map(name -> in(all, name).toList()).orElse(all);
        if (chosen.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There are no NIfTI volumes in this folder, nor stacks in TIFF files.",
                    folder,
                    "Volumes end with .nii, .nii.gz, .hdr or .tif; --volumes names the folder that they are in.");
        }
        if (masks.isEmpty()) {
            return new FoundVolumes(chosen, Map.of(), stacks, passedOver);
        }
        Map<String, String> paired = paired(chosen, volumes.orElse(""), in(all, masks.get()).toList(), masks.get(), folder);
        if (UnmarkedOption.isGiven(request)) {
            refuseUnmarked(stacks);
            chosen.forEach(volume -> paired.putIfAbsent(volume, NiftiReader.unmarked(volume)));
        }
        return new FoundVolumes(chosen, paired, stacks, passedOver);
    }

    private static void refuseUnmarked(boolean stacks) {
        if (stacks) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "Stacks in TIFF files need a mask each.",
                    "Leave --unmarked away, or give those without a mask one of zeros.");
        }
    }

    private static boolean isTiff(String file) {
        return TIFF.matcher(file).matches();
    }

    /** What reads a volume or mask. */
    Column column(String name, ColumnRole role) {
        return new Column(name, ColumnType.ARRAY, role, stacks ? ImageFileReader.ID : NiftiReader.ID,
                stacks ? Map.of(ImageFileReader.PAGES, ImageFileReader.DEPTH) : Map.of(), List.of());
    }

    /** How many masks mark nothing since there is no file of them. */
    long unmarked() {
        return masks.entrySet().stream().filter(mask -> mask.getValue().equals(NiftiReader.unmarked(mask.getKey()))).count();
    }

    private static Stream<String> in(List<String> files, String folder) {
        return files.stream().filter(file -> file.startsWith(folder + "/"));
    }

    private static Map<String, String> paired(List<String> volumes, String from, List<String> masks, String to,
            Path folder) {
        Map<String, String> byStem = new HashMap<>();
        masks.forEach(mask -> byStem.put(stem(mask.substring(to.length() + 1)), mask));
        Map<String, String> paired = new TreeMap<>();
        for (String volume : volumes) {
            String own = stem(from.isEmpty() ? volume : volume.substring(from.length() + 1));
            // nnU-Net numbers the channels of a volume behind its name
            String mask = byStem.getOrDefault(own, byStem.get(own.replaceAll("_0000$", "")));
            if (mask != null) {
                paired.put(volume, mask);
            }
        }
        if (paired.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "No mask in '" + to + "' has the name of a volume.", folder,
                    "Give the masks the names of the volumes.");
        }
        return paired;
    }

    private static String stem(String path) {
        return ENDS.matcher(path).replaceFirst("");
    }

    private static List<String> files(Path folder, List<PassedOver> passedOver, Progress progress) {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            for (Path path : (Iterable<Path>) all.sorted()::iterator) {
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled by the user");
                }
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    sort(name, path, files, passedOver);
                } else if (path.getNameCount() - folder.getNameCount() == DEEPEST) {
                    passedOver.add(new PassedOver(name, "lies more than " + (DEEPEST - 1) + " folders deep"));
                }
                refuseTooMany(files.size(), folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The folder can't be read.", folder,
                    "Check that it is there and may be read.", e);
        }
        return files;
    }

    private static void refuseTooMany(int count, Path folder) {
        if (count > MOST_FILES) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There are more than " + MOST_FILES + " volumes and masks in it.", folder,
                    "Import it in several steps.");
        }
    }

    private static void sort(String name, Path path, List<String> files, List<PassedOver> passedOver) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean hidden = Stream.of(name.split("/")).anyMatch(part -> part.startsWith("."));
        if (hidden) {
            passedOver.add(new PassedOver(name, "is hidden"));
        } else if (ENDS.matcher(name).find()) {
            files.add(name);
        } else if (!lower.matches("(?s).*\\.img(\\.gz)?")) {
            passedOver.add(new PassedOver(name, Files.isSymbolicLink(path) ? "is a link" : "is no volume"));
        }
    }
}
