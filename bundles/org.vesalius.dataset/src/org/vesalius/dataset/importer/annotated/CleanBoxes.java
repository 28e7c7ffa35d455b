// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.importer.kind.PassedOver;

/**
 * The boxes of images whose files were read, without those that can't be.
 *
 * @param images with their sizes
 * @param defects why an image can't be used; empty where it can
 * @param passedOver boxes that are left out
 * @param remarks what was done to boxes
 */
record CleanBoxes(List<AnnotatedImage> images, List<String> defects, List<PassedOver> passedOver, List<String> remarks) {

    /** @param shares whether places are told in shares of the images */
    static CleanBoxes of(List<AnnotatedImage> annotated, ReadPictures read, boolean shares) {
        CleanBoxes clean = new CleanBoxes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int cut = 0;
        for (int i = 0; i < annotated.size(); i++) {
            cut += clean.add(annotated.get(i), read, i, shares);
        }
        long outside = clean.passedOver.stream().filter(passed -> passed.reason().equals(Box.OUTSIDE)).count();
        if (outside > 0) {
            clean.remarks.add(English.quantity(outside, "box") + (outside == 1 ? " lies" : " lie") + " wholly outside of the image and "
                    + (outside == 1 ? "is" : "are") + " left out");
        }
        long unsure = clean.images.stream().filter(image -> image.lost() > 0).count();
        if (unsure > 0) {
            clean.remarks.add(English.quantity(unsure, "image") + (unsure == 1 ? " has" : " have") + " annotations that can't be"
                    + " used and can't be trained on, since more is in " + (unsure == 1 ? "it" : "them") + " than is known");
        }
        if (cut > 0) {
            clean.remarks.add(English.quantity(cut, "box") + (cut == 1 ? " sticks" : " stick") + " out of the image and "
                    + (cut == 1 ? "is" : "are") + " cut off at its edge");
        }
        return clean;
    }

    private int add(AnnotatedImage image, ReadPictures read, int number, boolean shares) {
        ReadPictures.Facts facts = read.facts()[number];
        if (facts == null) {
            images.add(image.sized(image.width(), image.height(), List.of()));
            defects.add(read.defects()[number]);
            return 0;
        }
        int height = facts.description().shape()[0];
        int width = facts.description().shape()[1];
        boolean other = image.width() > 0 && image.height() > 0 && (image.width() != width || image.height() != height);
        List<Box> boxes = new ArrayList<>();
        int cut = 0;
        int lost = image.lost();
        for (int i = 0; i < image.boxes().size(); i++) {
            Box box = shares ? YoloReading.pixels(image.boxes().get(i), width, height) : image.boxes().get(i);
            Optional<String> fault = box.fault(width, height);
            if (fault.isPresent()) {
                passedOver.add(new PassedOver(image.path() + " box " + (i + 1), fault.get()));
                // what is outside isn't in the image; what has no place or area may be
                lost += box.outside(width, height) ? 0 : 1;
            } else {
                cut += box.sticksOut(width, height) ? 1 : 0;
                boxes.add(box.cut(width, height));
            }
        }
        images.add(new AnnotatedImage(image.path(), width, height, boxes, lost, image.subset()));
        defects.add(other ? "has " + width + "×" + height + " pixels, and its annotations are for " + image.width() + "×"
                + image.height() : unsure(lost));
        return cut;
    }

    private static String unsure(int lost) {
        return lost == 0 ? "" : "has " + English.quantity(lost, "annotation") + " that can't be used, so that not all that is in it"
                + " is known";
    }

    /** The categories that have a box. */
    List<String> used(List<String> categories, boolean all, List<String> told) {
        Set<String> used = new HashSet<>();
        images.forEach(image -> image.boxes().forEach(box -> used.add(box.category())));
        List<String> unused = categories.stream().filter(category -> !used.contains(category)).toList();
        if (!all) {
            return categories;
        }
        if (used.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "No image has a box that can be used"
                    + (passedOver.isEmpty() ? "." : "; the first " + passedOver.get(0).reason() + "."),
                    "Look whether these are the annotations of the images.");
        }
        if (!unused.isEmpty()) {
            told.add("Without a box, and left out: " + unused.stream().limit(20).collect(Collectors.joining(", "))
                    + (unused.size() > 20 ? " and " + (unused.size() - 20) + " more" : ""));
        }
        return categories.stream().filter(used::contains).toList();
    }
}
