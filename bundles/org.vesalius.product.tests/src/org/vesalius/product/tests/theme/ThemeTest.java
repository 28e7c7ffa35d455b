// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.ui.editor.ExperimentEditor;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.ui.tests.harness.Contrast;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Dialogs;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** All that is seen is in the theme that the window was opened with, and can be read. */
@WindowTest
class ThemeTest {
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:experiment="http://vesalius.org/experiment/1.0" name="trial" network="cnn.network" dataset="nowhere">
              <training epochs="12">
                <optimizer xsi:type="experiment:Adam" learningRate="0.01"/>
              </training>
            </experiment:Experiment>
            """;

    private static final int CORNER = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final IProject project = Workbench.emptyProject("themes");

    @AfterEach
    void close() {
        Workbench.closeEditors();
        Workbench.delete(project);
    }

    /** A style sheet that goes leaves its colours behind, so another appearance comes with the next start. */
    @Test
    void anotherAppearanceComesWithTheNextStart() {
        IEclipsePreferences settings = InstanceScope.INSTANCE.getNode("org.eclipse.e4.ui.css.swt.theme");
        String before = Ui.ask(() -> engine().getActiveTheme().getId());
        Ui.start(() -> choose(Workbench.page().getWorkbenchWindow().getShell().getMenuBar(), "Window", "Appearance",
                before.startsWith(DARK) ? "Light" : "Dark"));
        Controls.press("&Later");
        Dialogs.awaitEnd();
        assertNotEquals(before, settings.get("themeid", before));
        assertEquals(before, Ui.ask(() -> engine().getActiveTheme().getId()));
        settings.remove("themeid");
        assertEquals(0, Ui.ask(() -> PlatformUI.getWorkbench().getPreferenceManager().getElements(PreferenceManager.PRE_ORDER).stream()
                .filter(page -> page.getId().equals("org.eclipse.ui.preferencePages.Views")).count()), "nothing switches at once");
    }

    private static void choose(Menu menu, String... path) {
        menu.notifyListeners(SWT.Show, new Event());
        MenuItem found = Arrays.stream(menu.getItems()).filter(item -> item.getText().replace("&", "").equals(path[0])).findFirst()
                .orElseThrow();
        if (path.length > 1) {
            choose(found.getMenu(), Arrays.copyOfRange(path, 1, path.length));
            return;
        }
        for (MenuItem item : menu.getItems()) {
            item.setSelection(item == found);
        }
        found.notifyListeners(SWT.Selection, new Event());
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }

    private void show(String perspective, String... views) {
        Workbench.show(perspective);
        Ui.run(() -> {
            for (String view : views) {
                Workbench.page().showView(view);
            }
        });
    }

    @Test
    void theDesigner() {
        show("org.vesalius.product.design", IPageLayout.ID_PROP_SHEET, "org.eclipse.ui.navigator.ProjectExplorer");
        Workbench.open(Workbench.write(project, "cnn.network", new NetworkFiles(StandardLayers.catalog())
                .toBytes(new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN))), NetworkEditor.class);
        assertReadable("designer");
    }

    @Test
    void theExperiment() {
        show("org.vesalius.product.train", IPageLayout.ID_PROBLEM_VIEW);
        Workbench.write(project, "cnn.network", new NetworkFiles(StandardLayers.catalog())
                .toBytes(new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN)));
        ExperimentEditor editor = Workbench.open(Workbench.write(project, "trial.experiment",
                EXPERIMENT.getBytes(StandardCharsets.UTF_8)), ExperimentEditor.class);
        Ui.await("the form", () -> editor.form().filter(form -> form.resolved() != null).isPresent());
        assertReadable("experiment");
    }

    @Test
    void buttonsThatCantBePressedLookSo() {
        Wizard wizard = new Wizard() {
            @Override
            public boolean performFinish() {
                return true;
            }
        };
        wizard.addPage(new UnfinishedPage());
        wizard.setWindowTitle("Unfinished");
        Ui.start(() -> new WizardDialog(Workbench.page().getWorkbenchWindow().getShell(), wizard).open());
        Ui.await("the buttons", () -> button("Finish") != null && !button("Finish").isEnabled());
        Ui.await("words that are dimmed", () -> seen("Finish").contrast() < 0.8 * seen("Cancel").contrast());
        Ui.await("words that are dimmed on the page, too", () -> seen("Off").contrast() < 0.8 * seen("On").contrast());
        Screenshots.save("theme-wizard" + (Ui.ask(() -> engine().getActiveTheme().getId()).startsWith(DARK) ? "-dark" : "-light"));
    }

    private static Button button(String text) {
        return Controls.find(Button.class, button -> button.getText().replace("&", "").equals(text)).orElse(null);
    }

    private static Seen seen(String button) {
        return Seen.of(seenPart(button(button)));
    }

    /** A page that isn't complete, with buttons of each kind. */
    private static final class UnfinishedPage extends WizardPage {
        UnfinishedPage() {
            super("unfinished", "Unfinished", null);
            setPageComplete(false);
        }

        @Override
        public void createControl(Composite parent) {
            Composite area = new Composite(parent, SWT.NONE);
            area.setLayout(new RowLayout(SWT.VERTICAL));
            for (int style : new int[] {SWT.PUSH, SWT.CHECK, SWT.RADIO}) {
                button(area, style, style == SWT.PUSH ? "On" : "On, too", true);
                button(area, style, style == SWT.PUSH ? "Off" : "Off, too", false);
            }
            setControl(area);
        }

        private static void button(Composite area, int style, String text, boolean enabled) {
            Button button = new Button(area, style);
            button.setText(text);
            button.setEnabled(enabled);
        }
    }

    /** What is painted later than asked for is waited for; what stays wrong is told. */
    private static void assertReadable(String what) {
        boolean dark = engine().getActiveTheme().getId().startsWith(DARK);
        // where the mouse rests a tip opens, and hides what is looked at
        new Robot().move(Ui.ask(() -> Display.getCurrent().map(Workbench.page().getWorkbenchWindow().getShell(), null,
                CORNER, CORNER)));
        Ui.holdsWithin(PATIENCE, () -> faults(dark).isEmpty());
        Screenshots.save("theme-" + what + (dark ? "-dark" : "-light"));
        assertEquals("", Ui.ask(() -> String.join("\n", faults(dark))));
    }

    private static List<String> faults(boolean dark) {
        List<String> faults = new ArrayList<>();
        look(Workbench.page().getWorkbenchWindow().getShell(), dark, faults);
        return faults;
    }

    private static void look(Control control, boolean dark, List<String> faults) {
        if (!control.isVisible() || control.getSize().x < 3 || control.getSize().y < 3) {
            return;
        }
        boolean leaf = control instanceof Label || control instanceof Text || control instanceof Tree || control instanceof Table
                || control instanceof Combo || control instanceof Button || control instanceof Link || control instanceof ToolBar;
        if (!leaf && control instanceof Composite composite && composite.getChildren().length > 0) {
            for (Control child : composite.getChildren()) {
                look(child, dark, faults);
            }
            return;
        }
        Rectangle place = seenPart(control);
        if (place.width < 8 || place.height < 8) {
            return;
        }
        Seen seen = Seen.of(place);
        if (seen.most() < 0.2 != dark) {
            faults.add(name(control) + " is " + (dark ? "light" : "dark") + " (" + seen.most() + ")");
        } else if (!text(control).isBlank() && seen.contrast() < 2) {
            faults.add(name(control) + " can't be read (" + seen.contrast() + ")");
        }
    }

    /** Returns the part of the screen where a control can be seen: what its parents leave of it. */
    private static Rectangle seenPart(Control control) {
        Point at = control.toDisplay(0, 0);
        Rectangle place = new Rectangle(at.x, at.y, control.getSize().x, control.getSize().y);
        for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
            Point corner = parent.toDisplay(0, 0);
            Rectangle area = parent.getClientArea();
            place.intersect(new Rectangle(corner.x, corner.y, area.width, area.height));
        }
        return place;
    }

    private static String text(Control control) {
        return control instanceof Label label ? label.getText() : control instanceof Text text ? text.getText()
                : control instanceof Button button ? button.getText() : control instanceof Link link ? link.getText()
                        : control instanceof Tree tree && tree.getItemCount() > 0 ? tree.getItem(0).getText()
                                : control instanceof Table table && table.getItemCount() > 0 ? table.getItem(0).getText() : "";
    }

    private static String name(Control control) {
        return control.getClass().getSimpleName() + " '" + text(control) + "' in " + control.getParent().getClass().getSimpleName()
                + " at " + control.toDisplay(0, 0) + " " + control.getSize();
    }

    /** What a place of the screen shows: the luminance of its most frequent colour, and the contrast with the rest. */
    private record Seen(double most, double contrast) {
        static Seen of(Rectangle place) {
            Display display = Display.getCurrent();
            Image image = new Image(display, place.width, place.height);
            GC gc = new GC(display);
            gc.copyArea(image, place.x, place.y);
            ImageData data = image.getImageData();
            gc.dispose();
            image.dispose();
            Map<Integer, Integer> counts = new HashMap<>();
            double least = 1;
            double greatest = 0;
            for (int y = 0; y < data.height; y++) {
                for (int x = 0; x < data.width; x++) {
                    int pixel = data.getPixel(x, y);
                    if (counts.merge(pixel, 1, Integer::sum) == 1) {
                        double luminance = Contrast.luminance(data.palette.getRGB(pixel));
                        least = Math.min(least, luminance);
                        greatest = Math.max(greatest, luminance);
                    }
                }
            }
            int most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
            return new Seen(Contrast.luminance(data.palette.getRGB(most)), Contrast.of(greatest, least));
        }
    }
}
