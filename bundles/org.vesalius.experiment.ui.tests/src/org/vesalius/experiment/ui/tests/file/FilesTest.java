// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.ui.tests.harness.Appearance;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** Each file of a project, data set and run opens in something useful, by a double click. */
@WindowTest
class FilesTest {

    /** A grey picture of nine by eight pixels: the portable graymap of Netpbm, whose pixels are bytes. */
    private static final String GRAYMAP = "P5\n9 8\n255\n" + "012345678".repeat(8);

    private final Robot robot = new Robot();
    private IProject project;

    @BeforeEach
    void createProject() {
        project = Workbench.emptyProject("files");
    }

    @AfterEach
    void close() {
        Workbench.closeEditors();
    }

    @Test
    void jsonIsColouredText() {
        open(write("run.json", "{\n  \"state\": \"FINISHED\",\n  \"epochs\": 15,\n  \"ok\": true\n}\n"));
        Ui.await("a name in another colour than a text", () -> colour("state") != null && colour("FINISHED") != null
                && !colour("state").equals(colour("FINISHED")));
        Color light = Ui.ask(() -> colour("state"));
        Screenshots.save("file-json");
        Appearance.dark();
        Ui.await("other colours on dark ground", () -> colour("state") != null && !colour("state").equals(light));
        Screenshots.save("file-json-dark");
        assertNotEquals(light, Ui.ask(() -> colour("state")));
    }

    @Test
    void colouredPlacesAreThoseOfEachLine() {
        open(write("nested.json", "{\n  \"outer\": {\n    \"inner\": 1,\n    \"next\": 2\n  }\n}\n"));
        Ui.await("colours", () -> !coloured().isEmpty());
        assertEquals(List.of("\"outer\":", "\"inner\":", "1", "\"next\":", "2"), Ui.ask(FilesTest::coloured));
        open(write("predictions.csv", "sample,truth,score\ns1,yes,0.25\ns2,no,0.75\n"));
        Ui.await("colours", () -> text().getText().startsWith("sample") && !coloured().isEmpty());
        assertEquals(List.of("truth", "yes", "no"), Ui.ask(FilesTest::coloured));
    }

    @Test
    void filesWithoutAnEditorOfTheirOwnAreText() {
        open(write("SHA256SUMS", "08a65d84  model.bin\n"));
        Ui.await("text", () -> text() != null && text().getText().startsWith("08a65d84"));
    }

    @Test
    void imagesAreShownAsTheReaderOfDataSetsSeesThem() {
        open(write("image.pgm", GRAYMAP));
        Ui.await("what it is", () -> Controls.find(Label.class, label -> label.getText().equals("9 \u00d7 8 pixels, grey"))
                .isPresent());
        Screenshots.save("file-image");
    }

    @Test
    void anImageThatIsDamagedSaysSo() {
        open(write("image.png", "no image"));
        Ui.await("why not", () -> Controls.find(Label.class, label -> label.getText().startsWith("This image "))
                .isPresent());
    }

    @Test
    void filesOfOtherProgramsAppearAfterRefresh() throws Exception {
        Files.writeString(project.getLocation().append("outside.csv").toPath(), "a,b\n");
        Point at = select(project);
        robot.click(at);
        robot.key("F5");
        Ui.await("the file", () -> project.getFile("outside.csv").exists());
    }

    @Test
    void theErrorLogIsThere() {
        Ui.run(() -> Workbench.page().showView("org.eclipse.pde.runtime.LogView"));
        Screenshots.save("error-log");
        assertTrue(Ui.ask(() -> Workbench.page().getActivePart().getTitle().startsWith("Error Log")));
        Ui.run(() -> Workbench.page().hideView(Workbench.page().findView("org.eclipse.pde.runtime.LogView")));
    }

    private IFile write(String name, String content) {
        return Workbench.write(project, name, content.getBytes(StandardCharsets.US_ASCII));
    }

    private void open(IFile file) {
        // on a busy machine the two presses of a double click may come too far apart
        robot.click(select(file));
        robot.key("Return");
        Ui.await("an editor", () -> Workbench.page().getActiveEditor() != null);
    }

    /** Shows something in the Project Explorer and returns its place on the screen. */
    private static Point select(Object resource) {
        Ui.run(() -> {
            CommonNavigator explorer = (CommonNavigator) Workbench.page().showView(IPageLayout.ID_PROJECT_EXPLORER);
            explorer.selectReveal(new StructuredSelection(resource));
        });
        return Ui.steady("the entry in the Project Explorer", () -> {
            CommonNavigator explorer = (CommonNavigator) Workbench.page().findView(IPageLayout.ID_PROJECT_EXPLORER);
            Tree tree = explorer.getCommonViewer().getTree();
            if (tree.getSelectionCount() != 1) {
                return null;
            }
            Rectangle bounds = tree.getSelection()[0].getBounds();
            return tree.toDisplay(bounds.x + Math.min(20, bounds.width / 2), bounds.y + bounds.height / 2);
        });
    }

    private static StyledText text() {
        return Workbench.page().getActiveEditor() instanceof ITextEditor editor
                ? (StyledText) editor.getAdapter(Control.class) : null;
    }

    private static List<String> coloured() {
        return Arrays.stream(text().getStyleRanges()).filter(range -> range.foreground != null)
                .map(range -> text().getTextRange(range.start, range.length)).toList();
    }

    private static Color colour(String word) {
        StyledText text = text();
        int at = text == null ? -1 : text.getText().indexOf(word);
        return at < 0 || text.getStyleRangeAtOffset(at) == null ? null : text.getStyleRangeAtOffset(at).foreground;
    }
}
