// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.io.IOException;
import java.util.Optional;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.data.DataSet;

/**
 * Brings stored values to real units (PS3.3, C.11.1): by a factor and an addend, or by a table.
 *
 * @param slope the factor
 * @param intercept what is added then
 * @param table the table, if there is one
 * @param unit of the values then, such as {@code HU}; empty where it isn't told
 */
record Rescale(double slope, double intercept, Optional<Lut> table, String unit) {
    private static final String UNSPECIFIED = "US";

    /** Leaves values as they are. */
    static final Rescale NONE = new Rescale(1, 0, Optional.empty(), "");

    /**
     * What the header says.
     *
     * @param data the data set of the file
     * @param groups holds what is said of one frame; the data set where nothing is
     */
    static Rescale of(DataSet data, DataSet groups, PixelFormat format) throws IOException {
        if (!format.grey()) {
            return NONE;
        }
        Optional<DataSet> table = data.item(ImageTags.MODALITY_TABLE);
        if (table.isPresent()) {
            return new Rescale(1, 0, Optional.of(Lut.of(table.get(), format.signed())),
                    unit(table.get().text(ImageTags.TABLE_TYPE), data));
        }
        if (data.has(ImageTags.DOSE_SCALING)) {
            String unit = data.text(ImageTags.DOSE_UNITS).orElse("").equals("GY") ? "Gy" : "";
            return sound(data.number(ImageTags.DOSE_SCALING).orElse(1), 0, unit);
        }
        if (!groups.has(ImageTags.SLOPE) && !groups.has(ImageTags.INTERCEPT)) {
            return NONE;
        }
        return sound(groups.number(ImageTags.SLOPE).orElse(1), groups.number(ImageTags.INTERCEPT).orElse(0),
                unit(groups.text(ImageTags.RESCALE_TYPE), data));
    }

    private static Rescale sound(double slope, double intercept, String unit) throws UnreadableImageException {
        if (slope == 0) {
            throw new UnreadableImageException("is damaged: its rescale slope is 0");
        }
        return new Rescale(slope, intercept, Optional.empty(), unit);
    }

    /** Computed tomography is in Hounsfield units where nothing else is said (PS3.3, C.8.2.1). */
    private static String unit(Optional<String> told, DataSet data) throws IOException {
        if (told.isPresent() && !told.get().equals(UNSPECIFIED)) {
            return told.get();
        }
        String modality = data.text(ImageTags.MODALITY).orElse("");
        return modality.equals("CT") && told.isEmpty() ? "HU"
                : modality.equals("PT") ? data.text(ImageTags.UNITS).orElse("") : "";
    }

    double of(long value) {
        return (table.isPresent() ? table.get().of(value) : value) * slope + intercept;
    }

    double least(PixelFormat format) {
        return table.isPresent() ? 0 : Math.min(format.least() * slope, format.greatest() * slope) + intercept;
    }

    double greatest(PixelFormat format) {
        return table.isPresent() ? table.get().most()
                : Math.max(format.least() * slope, format.greatest() * slope) + intercept;
    }

    /** The narrowest type that holds all values there can be; whole numbers of 32 bits are kept exactly, or refused. */
    static ElementType type(double least, double greatest, boolean whole) {
        for (ElementType type : new ElementType[] {ElementType.U8, ElementType.I16, ElementType.U16}) {
            if (whole && type.least() <= least && greatest <= type.greatest()) {
                return type;
            }
        }
        return whole ? ElementType.I32 : ElementType.F32;
    }

    boolean whole() {
        return slope == Math.rint(slope) && intercept == Math.rint(intercept);
    }
}
