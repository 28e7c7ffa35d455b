// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import org.vesalius.dicom.data.Tag;

/** The elements that say how pixels are to be understood (PS3.3, C.7.6). */
final class ImageTags {
    static final Tag MODALITY = Tag.of(0x0008, 0x0060);
    static final Tag FRAME_TIME = Tag.of(0x0018, 0x1063);
    static final Tag IMAGER_SPACING = Tag.of(0x0018, 0x1164);
    static final Tag SERIES = Tag.of(0x0020, 0x000E);
    static final Tag POSITION = Tag.of(0x0020, 0x0032);
    static final Tag ORIENTATION = Tag.of(0x0020, 0x0037);
    static final Tag PLANE_POSITION = Tag.of(0x0020, 0x9113);
    static final Tag PLANE_ORIENTATION = Tag.of(0x0020, 0x9116);
    static final Tag SAMPLES = Tag.of(0x0028, 0x0002);
    static final Tag PHOTOMETRIC = Tag.of(0x0028, 0x0004);
    static final Tag PLANAR = Tag.of(0x0028, 0x0006);
    static final Tag FRAMES = Tag.of(0x0028, 0x0008);
    static final Tag ROWS = Tag.of(0x0028, 0x0010);
    static final Tag COLUMNS = Tag.of(0x0028, 0x0011);
    static final Tag SPACING = Tag.of(0x0028, 0x0030);
    static final Tag ALLOCATED = Tag.of(0x0028, 0x0100);
    static final Tag STORED = Tag.of(0x0028, 0x0101);
    static final Tag HIGH = Tag.of(0x0028, 0x0102);
    static final Tag SIGNED = Tag.of(0x0028, 0x0103);
    static final Tag WINDOW_CENTER = Tag.of(0x0028, 0x1050);
    static final Tag WINDOW_WIDTH = Tag.of(0x0028, 0x1051);
    static final Tag INTERCEPT = Tag.of(0x0028, 0x1052);
    static final Tag SLOPE = Tag.of(0x0028, 0x1053);
    static final Tag RESCALE_TYPE = Tag.of(0x0028, 0x1054);
    static final Tag WINDOW_FUNCTION = Tag.of(0x0028, 0x1056);
    static final Tag RED_DESCRIPTOR = Tag.of(0x0028, 0x1101);
    static final Tag RED_TABLE = Tag.of(0x0028, 0x1201);
    static final Tag RED_SEGMENTS = Tag.of(0x0028, 0x1221);
    static final Tag MODALITY_TABLE = Tag.of(0x0028, 0x3000);
    static final Tag TABLE_DESCRIPTOR = Tag.of(0x0028, 0x3002);
    static final Tag TABLE_TYPE = Tag.of(0x0028, 0x3004);
    static final Tag TABLE_DATA = Tag.of(0x0028, 0x3006);
    static final Tag VOI_TABLE = Tag.of(0x0028, 0x3010);
    static final Tag PIXEL_MEASURES = Tag.of(0x0028, 0x9110);
    static final Tag FRAME_VOI = Tag.of(0x0028, 0x9132);
    static final Tag PIXEL_TRANSFORMATION = Tag.of(0x0028, 0x9145);
    static final Tag UNITS = Tag.of(0x0054, 0x1001);
    static final Tag GRID_OFFSETS = Tag.of(0x3004, 0x000C);
    static final Tag DOSE_UNITS = Tag.of(0x3004, 0x0002);
    static final Tag DOSE_SCALING = Tag.of(0x3004, 0x000E);
    static final Tag SHARED_GROUPS = Tag.of(0x5200, 0x9229);
    static final Tag FRAME_GROUPS = Tag.of(0x5200, 0x9230);
    static final Tag EXTENDED_OFFSETS = Tag.of(0x7FE0, 0x0001);

    private ImageTags() {
    }
}
