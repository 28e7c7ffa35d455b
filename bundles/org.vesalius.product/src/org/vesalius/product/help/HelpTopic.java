// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.ui.forms.widgets.FormText;
import org.osgi.framework.FrameworkUtil;

/** A page of the help, in the order in which the help is read. Its text is a form in the markup of {@link FormText}. */
public enum HelpTopic {
    /** What there is, and where it stands. */
    CONTENTS("Contents"),
    /** From the example to a trained network. */
    FIRST_TRAINING("The first training", "org.eclipse.ui.navigator.ProjectExplorer"),
    /** From a folder of images to a trained network. */
    OWN_IMAGES("Images of your own"),
    /** How networks are drawn. */
    DESIGNER("Drawing networks", "org.vesalius.network.ui.editor", "org.vesalius.network.ui.analyser",
            "org.eclipse.ui.views.ContentOutline", "org.eclipse.ui.views.PropertySheet"),
    /** What an experiment says. */
    EXPERIMENTS("Experiments", "org.vesalius.experiment.ui.editor"),
    /** Runs, from their curves to their worst cases. */
    RUNS("Runs and their results", "org.vesalius.experiment.ui.training", "org.vesalius.experiment.ui.results"),
    /** What is wrong, and what to do. */
    PROBLEMS("When something is wrong", "org.eclipse.ui.views.ProblemView", "org.eclipse.pde.runtime.LogView"),
    /** What the keys do. */
    KEYS("Keys");

    private static final String FOLDER = "/help/";

    private final String title;
    private final String[] parts;

    HelpTopic(String title, String... parts) {
        this.title = title;
        this.parts = parts;
    }

    /** Returns what the page is called. */
    public String title() {
        return title;
    }

    /** Returns how links name the page. */
    public String reference() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the page that a link names. */
    public static Optional<HelpTopic> referred(String reference) {
        return Arrays.stream(values()).filter(topic -> topic.reference().equals(reference)).findFirst();
    }

    /** Returns the page about a view or editor, by its id. */
    static HelpTopic about(String part) {
        return Arrays.stream(values()).filter(topic -> Arrays.asList(topic.parts).contains(part)).findFirst().orElse(CONTENTS);
    }

    /**
     * Returns the text of the page, in the markup of {@link FormText}. It is small and lies in the bundle.
     *
     * @throws UncheckedIOException if the bundle is damaged
     */
    public String text() {
        URL page = FrameworkUtil.getBundle(HelpTopic.class).getEntry(FOLDER + reference() + ".xml");
        try (InputStream stream = page.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The page '" + reference() + "' of the help can't be read", e);
        }
    }
}
