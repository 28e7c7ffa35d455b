// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

/** What a template is for. */
public enum TemplateCategory {
    /** A finding or category for an image. */
    IMAGES("Images"),
    /** A mark for each pixel or voxel. */
    SEGMENTATION("Segmentation"),
    /** Findings in series such as an ECG or vital signs. */
    SEQUENCES("Sequences and signals"),
    /** A finding for a row of numbers. */
    RECORDS("Records"),
    /** A finding for an image and numbers together. */
    FUSION("Images with records");

    private final String label;

    TemplateCategory(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }
}
