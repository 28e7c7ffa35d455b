// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.core.runtime.preferences.ConfigurationScope;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.prefs.BackingStoreException;
import org.vesalius.engine.UserFolders;
import org.vesalius.experiment.ui.preference.TrainingDefaults;
import org.vesalius.network.ui.preference.CanvasPreferences;
import org.vesalius.ui.tests.harness.Appearance;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Dialogs;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Preferences are found by what they are about, and hold from then on. */
@WindowTest
class PreferencesTest {

    private final Robot robot = new Robot();

    @TempDir
    Path cache;

    @BeforeEach
    void openDialog() throws IOException {
        Files.write(cache.resolve("a.tensors"), new byte[1500]);
        Files.createDirectories(cache.resolve("locks"));
        ConfigurationScope.INSTANCE.getNode(UserFolders.NODE).put(UserFolders.CACHE, cache.toString());
        Ui.start(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class)
                        .executeCommand("org.eclipse.ui.window.preferences", null);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Ui.await("the dialog", () -> Controls.find(Tree.class, tree -> item(tree, "Vesalius") != null).isPresent());
    }

    @AfterEach
    void close() throws BackingStoreException {
        for (String node : new String[] {"org.vesalius.experiment.ui", "org.vesalius.network.ui"}) {
            InstanceScope.INSTANCE.getNode(node).clear();
        }
        ConfigurationScope.INSTANCE.getNode(UserFolders.NODE).clear();
    }

    @Test
    void newExperimentsBeginWithWhatIsPreferred() {
        open("epochs", "Training");
        enter("Epochs:", "0");
        Ui.await("the reason", () -> says("Epochs: enter 1 to 100000"));
        Screenshots.save("preferences-training-invalid");
        enter("Epochs:", "3");
        enter("Learning rate:", "0.01");
        press("Apply and Close");
        Dialogs.awaitEnd();

        assertEquals(3, Ui.ask(() -> new TrainingDefaults().create().getEpochs()));
        assertEquals(0.01, Ui.ask(() -> new TrainingDefaults().create().getOptimizer().getLearningRate()));
        assertEquals(32, Ui.ask(() -> new TrainingDefaults().create().getBatchSize()));
    }

    @Test
    void theCacheIsMeasuredAndCleaned() {
        open("disk", "Cache");
        Ui.await("the size", () -> says("It holds 1.5 KB."));
        Screenshots.save("preferences-cache");
        press("Clean…");
        Ui.await("the question", () -> says("Delete the decoded images in"));
        press("OK");
        Ui.await("the new size", () -> says("It holds 0 bytes."));

        assertFalse(Files.exists(cache.resolve("a.tensors")));
        assertTrue(Files.exists(cache.resolve("locks")));
    }

    @Test
    void canvasesBeginAsPreferred() {
        open("snap", "Canvas");
        press("Show the lines of the grid");
        press("Apply and Close");
        Dialogs.awaitEnd();

        assertEquals(new CanvasPreferences(true, true), Ui.ask(CanvasPreferences::current));
    }

    @Test
    void devicesAreShownWithTheOneThatNewExperimentsUse() {
        open("gpu", "Devices");
        Ui.await("the devices", () -> Controls.find(Table.class,
                table -> table.getItemCount() > 0 && table.getItem(0).getChecked()).isPresent());
        Screenshots.save("preferences-devices");
        Appearance.dark();
        Screenshots.save("preferences-devices-dark");
    }

    /** Finds a page by a word in the field above the pages. */
    private void open(String word, String page) {
        Point filter = Ui.steady("the filter", () -> Controls.find(Text.class,
                text -> text.getMessage().contains("filter")).map(PreferencesTest::middle).orElse(null));
        robot.click(filter);
        robot.key("ctrl+a");
        robot.type(word);
        robot.click(Ui.steady("the page " + page, () -> Controls.visible(Tree.class)
                .map(tree -> item(tree, page)).filter(item -> item != null)
                .map(item -> Workbench.middleOnScreen(item.getParent(), item.getBounds())).findFirst().orElse(null)));
        Ui.await("the title " + page, () -> titled(page));
    }

    private static boolean titled(String page) {
        return Controls.find(CLabel.class, label -> page.equals(label.getText())).isPresent();
    }

    private void enter(String label, String text) {
        robot.click(Ui.steady(label, () -> beside(label)));
        robot.key("ctrl+a");
        robot.type(text);
    }

    private void press(String text) {
        robot.click(Ui.steady(text, () -> Controls.find(Button.class,
                button -> button.isEnabled() && button.getText().replace("&", "").equals(text)).map(PreferencesTest::middle)
                .orElse(null)));
    }

    private static Point beside(String words) {
        return Controls.find(Label.class, label -> label.getText().replace("&", "").equals(words)).map(label -> {
            Stream<Text> fields = Arrays.stream(label.getParent().getChildren()).filter(Text.class::isInstance)
                    .map(Text.class::cast);
            return fields.filter(field -> Math.abs(field.getLocation().y - label.getLocation().y) < field.getSize().y)
                    .findFirst().map(PreferencesTest::middle).orElse(null);
        }).orElse(null);
    }

    private static Point middle(Control control) {
        return Workbench.onScreen(control, control.getSize().x / 2, control.getSize().y / 2);
    }

    private static TreeItem item(Tree tree, String name) {
        return Stream.of(tree.getItems()).flatMap(item -> Stream.concat(Stream.of(item), Stream.of(item.getItems())))
                .filter(item -> item.getText().equals(name)).findFirst().orElse(null);
    }

    private static boolean says(String words) {
        return Controls.find(Label.class, label -> label.getText().contains(words)).isPresent()
                || Controls.find(Text.class, text -> text.getText().contains(words)).isPresent();
    }
}
