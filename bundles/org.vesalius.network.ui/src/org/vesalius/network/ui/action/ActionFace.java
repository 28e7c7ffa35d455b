// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** The designer's own actions as menus and tool bar show them. Their ids are those of commands with keys. */
public enum ActionFace {
    /** Takes up the tool that connects layers. */
    CONNECT("org.vesalius.network.ui.connect", "Connect", "Connect two layers: click the first, then the second",
            "connect"),
    /** Arranges all layers from top to bottom. */
    ARRANGE("org.vesalius.network.ui.arrange", "Arrange", "Arrange all layers from top to bottom", "arrange"),
    /** Zooms so that everything can be seen. */
    ZOOM_TO_FIT("org.vesalius.network.ui.zoomToFit", "Zoom to Fit", "Show the whole network", "fit");

    private static final String BUNDLE = "org.vesalius.network.ui";

    private final String id;
    private final String label;
    private final String tooltip;
    private final String iconName;

    ActionFace(String id, String label, String tooltip, String iconName) {
        this.id = id;
        this.label = label;
        this.tooltip = tooltip;
        this.iconName = iconName;
    }

    /** Returns the id of action and command. */
    public String id() {
        return id;
    }

    /** Returns the text in menus. */
    public String label() {
        return label;
    }

    /** Returns the text of the tooltip. */
    public String tooltip() {
        return tooltip;
    }

    /** Returns the icon. */
    public ImageDescriptor icon() {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + iconName + ".png").orElse(null);
    }
}
