// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** The designer's own actions as menus and tool bar show them. Their ids are those of commands with keys. */
public enum ActionInfo {
    /** Asks for a layer type by name and adds it. */
    ADD_LAYER("addLayer", "Add Layer...", "Add a layer behind the selected one, by its name", "add"),
    /** Takes up the tool that connects layers. */
    CONNECT("connect", "Connect", "Connect two layers: click the first, then the second", "connect"),
    /** Copies the selected layers beside themselves. */
    DUPLICATE("duplicate", "Duplicate", "Add a copy of the selected layers", "duplicate"),
    /** Makes a block of the selected layers. */
    GROUP("group", "Group", "Make a block of the selected layers", "group"),
    /** Puts the layers of a block in its place. */
    UNGROUP("ungroup", "Ungroup", "Put the layers of the block in its place", "ungroup"),
    /** Shows the inside of a block in place, or the block as one figure. */
    EXPAND("expand", "Expand or Collapse", "Show the layers inside the block, or the block as one", "expand"),
    /** Shows the inside of a block alone. */
    OPEN_BLOCK("openBlock", "Open Block", "Show the inside of the block on a page of its own", "open"),
    /** Puts a block into a file of its own, and a reference in its place. */
    SAVE_BLOCK("saveBlock", "Save Block to File...", "Save the block to a file, for use in several networks"),
    /** Puts a copy of the block in a file in place of the reference to it. */
    COPY_BLOCK("copyBlock", "Copy Block into Network", "Put a copy of the block in the file in place of the reference"),
    /** Aligns left edges. */
    ALIGN_LEFT("alignLeft", "Left Edges", "Align the left edges of the selected layers", "align-left"),
    /** Aligns middles above each other. */
    ALIGN_CENTRE("alignCentre", "Centres", "Centre the selected layers in a column", "align-centre"),
    /** Aligns right edges. */
    ALIGN_RIGHT("alignRight", "Right Edges", "Align the right edges of the selected layers", "align-right"),
    /** Aligns upper edges. */
    ALIGN_TOP("alignTop", "Top Edges", "Align the upper edges of the selected layers", "align-top"),
    /** Aligns middles beside each other. */
    ALIGN_MIDDLE("alignMiddle", "Middles", "Centre the selected layers in a row", "align-middle"),
    /** Aligns lower edges. */
    ALIGN_BOTTOM("alignBottom", "Bottom Edges", "Align the lower edges of the selected layers", "align-bottom"),
    /** Makes gaps between columns equal. */
    DISTRIBUTE_ACROSS("distributeAcross", "Distribute Horizontally", "Make the gaps from left to right equal",
            "distribute-across"),
    /** Makes gaps between rows equal. */
    DISTRIBUTE_DOWN("distributeDown", "Distribute Vertically", "Make the gaps from top to bottom equal",
            "distribute-down"),
    /** Arranges all layers from top to bottom. */
    ARRANGE("arrange", "Arrange", "Arrange all layers from top to bottom", "arrange"),
    /** Shows or hides the lines of the grid. */
    SHOW_GRID("showGrid", "Show Grid", "Show the lines of the grid", "grid"),
    /** Lets layers snap to grid and edges while they are dragged, or not. */
    SNAP("snap", "Snap to Grid and Edges", "Snap layers to the grid and to the edges of others", "snap"),
    /** Zooms so that everything can be seen. */
    ZOOM_TO_FIT("zoomToFit", "Zoom to Fit", "Show the whole network", "fit"),
    /** Zooms so that what is selected fills the canvas. */
    ZOOM_TO_SELECTION("zoomToSelection", "Zoom to Selection", "Zoom until the selected layers fill the window",
            "fit-selection"),
    /** Zooms to the true size. */
    ZOOM_TO_100("zoomTo100", "Zoom to 100 %", "Show layers in their true size", "true-size");

    private static final String BUNDLE = "org.vesalius.network.ui";

    private final String name;
    private final String label;
    private final String tooltip;
    private final String iconName;

    /** One that menus show without an icon. */
    ActionInfo(String name, String label, String tooltip) {
        this(name, label, tooltip, "");
    }

    ActionInfo(String name, String label, String tooltip, String iconName) {
        this.name = name;
        this.label = label;
        this.tooltip = tooltip;
        this.iconName = iconName;
    }

    /** Returns the id of action and command. */
    public String id() {
        return BUNDLE + "." + name;
    }

    /** Returns the text in menus. */
    public String label() {
        return label;
    }

    /** Returns the text of the tooltip. */
    public String tooltip() {
        return tooltip;
    }

    /** Returns the icon; null where there is none. */
    public ImageDescriptor icon() {
        return iconName.isEmpty() ? null
                : ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + iconName + ".png").orElse(null);
    }

    /** Tells whether the action is on or off and stays so. */
    public boolean isSwitch() {
        return this == SHOW_GRID || this == SNAP;
    }
}
