// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.importer.kind.ImportRequest;

/**
 * How the masks of images are called.
 *
 * @param images fits the path of an image, from its beginning to its end
 * @param masks how the masks are called, by the parts of that path
 * @param found whether nobody said it
 */
record MaskPatterns(Pattern images, List<MaskTemplate> masks, boolean found) {
    private static final String ANY = "(.+)\\.[^./]+";

    /** What people do mostly. */
    private static final List<List<String>> USUAL = List.of(List.of("(.*)images/(.+)\\.[^./]+", "\\1masks/\\2.*"),
            List.of("(.*)images/(.+)\\.[^./]+", "\\1masks/\\2_mask*.*"), List.of("(.*)images/(.+)\\.[^./]+", "\\1mask/\\2.*"),
            List.of("(.*)images/(.+)\\.[^./]+", "\\1labels/\\2.*"), List.of("(.*)images/(.+)\\.[^./]+", "\\1annotations/\\2.*"),
            List.of("(.*)images/(.+)\\.[^./]+", "\\1masks/\\2_*.*"), List.of("(.*)images/[^/]+\\.[^./]+", "\\1masks/*.*"),
            List.of(ANY, "\\1_mask*.*"), List.of(ANY, "\\1-mask*.*"),
            List.of(ANY, "\\1_segmentation.*"), List.of(ANY, "\\1_seg.*"), List.of(ANY, "\\1_label.*"), List.of(ANY, "\\1_gt.*"));

    /** What was said, or the first of the usual ways that finds a mask. */
    static MaskPatterns of(ImportRequest request, NavigableSet<String> paths) {
        List<String> masks = request.texts("masks");
        if (!masks.isEmpty()) {
            MaskPatterns told = of(request.pattern("images").orElse(Pattern.compile(ANY)), masks, false);
            if (told.shares(paths, 2)) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "By the pattern of masks, several of them would belong to one"
                        + " image and to others as well.", request.source(),
                        "Say by parts of the images' paths which masks are"
                                + " whose: --images 'images/(.+)\\.jpg' --masks 'masks/\\1_*.png'.");
            }
            return told;
        }
        return usual(paths).orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT, "No image has a mask that is called"
                + " in a usual way, such as images/7.png and masks/7.png, or 7.png and 7_mask.png, and is its own alone.", request.source(),
                "Say how masks are called by the parts of the images' paths: --images '(.+)\\.jpg' --masks '\\1_vessels.png'."));
    }

    /** The first of the usual ways that finds a mask and gives none to two images. */
    static Optional<MaskPatterns> usual(NavigableSet<String> paths) {
        return USUAL.stream().map(usual -> of(Pattern.compile(usual.get(0)), List.of(usual.get(1)), true))
                .filter(patterns -> paths.stream().anyMatch(path -> !patterns.of(path, paths).isEmpty()))
                .filter(patterns -> !patterns.shares(paths, 1)).findFirst();
    }

    /** Whether a mask would belong to two images, one of which has at least so many masks; ends at the first. */
    private boolean shares(NavigableSet<String> paths, int least) {
        Set<String> used = new HashSet<>();
        for (String path : paths) {
            // masks may fit the pattern of images, too
            List<FoundMask> found = looksLikeMask(path) ? List.of() : of(path, paths);
            if (!found.stream().map(FoundMask::path).allMatch(used::add) && found.size() >= least) {
                return true;
            }
        }
        return false;
    }

    private static MaskPatterns of(Pattern images, List<String> masks, boolean found) {
        int groups = images.matcher("").groupCount();
        List<MaskTemplate> templates = new ArrayList<>();
        for (String mask : masks) {
            templates.add(MaskTemplate.parse(mask, groups));
        }
        return new MaskPatterns(images, templates, found);
    }

    /** Whether a path may be that of an image. */
    boolean fits(String path) {
        return images.matcher(path).matches();
    }

    /** The masks of an image. */
    List<FoundMask> of(String image, NavigableSet<String> paths) {
        Matcher matcher = images.matcher(image);
        List<FoundMask> found = new ArrayList<>();
        if (matcher.matches()) {
            masks.forEach(template -> template.find(matcher, paths).stream().filter(path -> !path.equals(image))
                    .map(path -> new FoundMask(template.category(), path)).forEach(found::add));
        }
        return found;
    }

    /** Whether a path looks like that of a mask, of whatever image. */
    boolean looksLikeMask(String path) {
        return masks.stream().anyMatch(template -> template.any().matcher(path).matches());
    }

    /** The categories that the masks are named after, in their order. */
    List<String> categories() {
        return masks.stream().flatMap(template -> template.category().stream()).distinct().toList();
    }

    /** For people. */
    String words() {
        return "Masks are looked for as " + String.join(" and ", masks.stream().map(template -> "'" + template.text() + "'")
                .toList()) + " of images '" + images + "'" + (found ? "; say it otherwise with --images and --masks" : "");
    }
}

/** A mask of an image; its category is empty where its values tell it. */
record FoundMask(Optional<String> category, String path) {

    /** Without the path, which may tell who the patient is. */
    @Override
    public String toString() {
        return "FoundMask[" + category + "]";
    }
}

/**
 * How masks are called: {@code \1} to {@code \9} are parts of the image's path, {@code *} any letters but a slash.
 *
 * @param category which the masks mark; empty where their values tell it
 * @param text the rest
 */
record MaskTemplate(Optional<String> category, String text) {
    private static final Pattern NAMED = Pattern.compile("([^=\\\\/*]+)=(.+)");
    private static final Pattern PART = Pattern.compile("[\\\\$]([1-9])|\\*|[^\\\\$*]+|[\\\\$]");

    /** Reads {@code \1_mask.png} or {@code lesion=\1_lesion.png}. */
    static MaskTemplate parse(String text, int groups) {
        Matcher named = NAMED.matcher(text);
        MaskTemplate template = named.matches() ? new MaskTemplate(Optional.of(named.group(1).strip()), named.group(2))
                : new MaskTemplate(Optional.empty(), text);
        Matcher part = PART.matcher(template.text());
        while (part.find()) {
            if (part.group(1) != null && Integer.parseInt(part.group(1)) > groups) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "'" + text + "' takes part " + part.group(1)
                        + " of the images' paths, and the pattern of images has " + groups + " in brackets.",
                        "Put what stands for an image into brackets, such as --images '(.+)\\.jpg'.");
            }
        }
        return template;
    }

    /** Fits masks of any image. */
    Pattern any() {
        return pattern(group -> ".+");
    }

    /** The masks of an image among these paths. */
    List<String> find(Matcher image, NavigableSet<String> paths) {
        String beginning = beginning(image);
        if (beginning.length() == expanded(image).length()) {
            return paths.contains(beginning) ? List.of(beginning) : List.of();
        }
        Pattern pattern = pattern(group -> Pattern.quote(part(image, group)));
        List<String> found = new ArrayList<>();
        for (String path : paths.tailSet(beginning, true)) {
            if (!path.startsWith(beginning)) {
                break;
            }
            if (pattern.matcher(path).matches()) {
                found.add(path);
            }
        }
        return found;
    }

    private static String part(Matcher image, int group) {
        String part = image.group(group);
        return part == null ? "" : part;
    }

    private String expanded(Matcher image) {
        StringBuilder expanded = new StringBuilder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            expanded.append(part.group(1) == null ? part.group() : part(image, Integer.parseInt(part.group(1))));
        }
        return expanded.toString();
    }

    /** What stands before the first star. */
    private String beginning(Matcher image) {
        int star = text.indexOf('*');
        return star < 0 ? expanded(image) : new MaskTemplate(category, text.substring(0, star)).expanded(image);
    }

    /** What a part of the image's path becomes in a regular expression. */
    @FunctionalInterface
    private interface Group {
        String of(int number);
    }

    private Pattern pattern(Group group) throws PatternSyntaxException {
        StringBuilder regex = new StringBuilder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group(1) != null) {
                regex.append(group.of(Integer.parseInt(part.group(1))));
            } else {
                regex.append(part.group().equals("*") ? "[^/]*" : Pattern.quote(part.group()));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
