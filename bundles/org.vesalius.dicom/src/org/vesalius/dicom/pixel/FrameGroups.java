// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Tag;

/**
 * Where something is said of a frame: in a functional group of its own, in one that all frames share (PS3.3, C.7.6.16), or in the
 * data set itself.
 */
record FrameGroups(DataSet data) {

    /** The data set that says it of a frame. */
    DataSet of(int frame, Tag group) {
        List<DataSet> frames = data.items(ImageTags.FRAME_GROUPS);
        Optional<DataSet> own = frame < frames.size() ? frames.get(frame).item(group) : Optional.empty();
        return own.or(() -> data.item(ImageTags.SHARED_GROUPS).flatMap(shared -> shared.item(group))).orElse(data);
    }

    /** Distances of rows and of columns in millimetres; 0 where they aren't told. */
    double[] spacing(int frame) throws IOException {
        double[] told = of(frame, ImageTags.PIXEL_MEASURES).numbers(ImageTags.SPACING);
        double[] known = told.length == 2 ? told : data.numbers(ImageTags.IMAGER_SPACING);
        boolean sound = known.length == 2 && known[0] > 0 && known[1] > 0 && known[0] < 1e6 && known[1] < 1e6;
        return sound ? known : new double[] {0, 0};
    }

    /** Where the middle of the first pixel lies, in millimetres to the left, to the back and upwards; empty if that isn't told. */
    double[] position(int frame) throws IOException {
        double[] told = of(frame, ImageTags.PLANE_POSITION).numbers(ImageTags.POSITION);
        double[] offsets = data.numbers(ImageTags.GRID_OFFSETS);
        double[] orientation = orientation(frame);
        if (told.length == 3 && frame < offsets.length && orientation.length == 6) {
            // PS3.3, C.8.8.3.2: planes of a dose lie along the normal, the first at the position
            double[] normal = SliceStack.normal(orientation);
            for (int axis = 0; axis < 3; axis++) {
                told[axis] += (offsets[frame] - offsets[0]) * normal[axis];
            }
        }
        return told;
    }

    /** The directions of rows and of columns. */
    double[] orientation(int frame) throws IOException {
        return of(frame, ImageTags.PLANE_ORIENTATION).numbers(ImageTags.ORIENTATION);
    }

    /** Whether each frame says where it lies itself. */
    boolean placed(int frames) {
        List<DataSet> groups = data.items(ImageTags.FRAME_GROUPS);
        return data.has(ImageTags.GRID_OFFSETS) && data.has(ImageTags.POSITION)
                || groups.size() >= frames && groups.stream().allMatch(group -> group.item(ImageTags.PLANE_POSITION).isPresent());
    }
}
