// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Dialogs;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** A user makes data sets of own files of several kinds, and sees before what becomes of them. */
@WindowTest
class ImportDatasetTest {

    private static final int PATIENTS = 20;

    private final Robot robot = new Robot();

    @TempDir
    private Path files;

    @Test
    void imagesOfAPatientStayTogetherAsThePreviewShows() throws Exception {
        for (int patient = 1; patient <= PATIENTS; patient++) {
            image("clear/person" + patient + "_a.png", patient);
            image("opacity/person" + patient + "_b.png", 100 + patient);
        }
        Files.writeString(files.resolve("clear/person0_damaged.png"), "damaged");
        Files.writeString(files.resolve("clear/notes.txt"), "left out");
        IProject project = Workbench.emptyProject("import-images");
        openWizard("newDataset", project);
        robot.type("/");
        Ui.await("that a disk is no folder of data", () -> says("not a whole disk"));
        robot.key("ctrl+a");
        type(files.toString(), "Images in folders");
        Screenshots.save("import-kinds");
        assertFalse(Ui.ask(() -> says("--")), "options of the command line");
        Controls.press("&Next >");
        Ui.await("the preview", () -> says("41 samples; 4 columns; 1 other file left out; 1 of the first 20 can't be read."));
        assertTrue(Ui.ask(() -> patient().indexOf("(person\\d+)") == 0), "a pattern that all paths suggest is offered");
        clickAndType(Ui.ask(() -> patient()), "person(");
        Ui.await("what is wrong with the pattern", () -> says("no regular expression") && !finish().isEnabled());
        robot.type("\\d+)");
        Ui.await("the patients", () -> says("41 samples; 5 columns") && finish().isEnabled());
        showTab(1);
        assertEquals("0", Ui.ask(() -> table("Sample").getItem(0).getText(3)), "of clear/person0_damaged.png");
        assertTrue(Ui.ask(() -> table("Sample").getItem(0).getText(1)).contains("\u26a0"));
        Screenshots.save("import-images-samples");
        showTab(2);
        Screenshots.save("import-images-notes");
        Controls.press("&Finish");
        Ui.await("what came of it", () -> says("of 41 samples was made") && says("1 file left out"));
        Screenshots.save("import-images-made");
        robot.key("Return");
        Dialogs.awaitEnd();
        Dataset made = load(project, "data");
        assertEquals(2 * PATIENTS + 1, made.samples().size());
        assertEquals(1, made.defects().size());
        assertTrue(project.getFile("data/dataset.json").exists());
        assertFalse(made.columns().stream().noneMatch(column -> column.role() == ColumnRole.PATIENT));
    }

    @Test
    void pathsWithoutAPatientAreToldAndAPatternForAllIsOffered() throws Exception {
        for (int patient = 1; patient <= PATIENTS; patient++) {
            image("opacity/person" + patient + "_virus_7.png", patient);
            image("clear/" + (patient % 2 == 0 ? "NORMAL2-" : "") + "IM-0" + patient + "-0001.png", 100 + patient);
        }
        IProject project = Workbench.emptyProject("import-prefixes");
        Files.createDirectory(project.getLocation().append("data").toPath());
        openWizard("importDataset", project);
        type(files.toString(), "Images in folders");
        Controls.press("&Next >");
        Ui.await("the images", () -> says("40 samples"));
        Ui.await("a name that is free", () -> Controls.find(Text.class, text -> text.getText().equals("data-2")).isPresent());
        clickAndType(Ui.ask(() -> patient()), "person(\\d+)");
        Ui.await("a path without a patient", () -> says("not found in 20 of 40 paths"));
        Screenshots.save("import-refused-with-remedy");
        assertEquals(0, Ui.ask(() -> patient().indexOf("(IM-\\d+|person\\d+)")));
        Ui.run(() -> patient().setText(patient().getItem(0)));
        Ui.await("the patients", () -> says("40 samples; 5 columns") && finish().isEnabled());
        robot.key("Escape");
        Dialogs.awaitEnd();
    }

    /** What was found out about a column is changed in its row. */
    @Test
    void columnsOfATableAreSaidOtherwise() throws Exception {
        Path file = Files.writeString(files.resolve("records.csv"), "id;age;sex;chol;sick\n" + IntStream.range(0, 60)
                .mapToObj(i -> "p" + i + ";" + (40 + i % 30) + ";" + (i % 2 == 0 ? "m" : "f") + ";"
                        + (i % 7 == 0 ? "-9" : 200 + i) + ";" + (i % 3 == 0 ? "yes" : "no") + "\n")
                .collect(Collectors.joining()));
        IProject project = Workbench.emptyProject("import-table");
        openWizard("importDataset", project);
        type(file.toString(), "Table");
        Controls.press("&Next >");
        Ui.await("the preview", () -> says("60 samples; 6 columns"));
        choose("sick");
        role("label");
        Ui.await("the label", () -> column("sick").getText(2).equals("label") && says("2 categories: no, yes"));
        choose("id");
        role("patient");
        Ui.await("the patient", () -> column("id").getText(2).equals("patient"));
        choose("chol");
        clickAndType(Ui.ask(() -> Controls.find(Text.class, text -> text.getToolTipText() != null
                && text.getToolTipText().startsWith("What means that a value is missing")).orElseThrow()), "-9");
        Ui.await("the mark", () -> column("chol").getText(4).equals("-9"));
        robot.key("shift+Tab");
        robot.type("mg/dl");
        Ui.await("the unit", () -> column("chol").getText(3).equals("mg/dl"));
        Screenshots.save("import-table-columns");
        Controls.press("&Finish");
        Ui.await("what came of it", () -> says("of 60 samples was made"));
        Screenshots.save("import-table-made");
        robot.key("Return");
        Dialogs.awaitEnd();
        Dataset made = load(project, "data");
        Column chol = made.column("chol").orElseThrow();
        assertEquals("mg/dl", chol.unit());
        assertEquals(9, made.samples().stream().filter(sample -> sample.lacks(chol)).count());
        assertEquals(ColumnRole.PATIENT, made.column("id").orElseThrow().role());
        assertEquals(ColumnType.CATEGORY, made.column("sick").orElseThrow().type());
        assertEquals(ColumnRole.LABEL, made.column("sick").orElseThrow().role());
    }

    @Test
    void sequencesAreToldFromATableByTheirFirstLine() throws Exception {
        Path file = Files.writeString(files.resolve("beats.txt"), IntStream.range(0, 40).mapToObj(i -> (1 + i % 2) + "\t"
                + IntStream.range(0, 80).mapToObj(t -> String.format(Locale.ROOT, "%.3f", Math.sin(t * (1 + i % 2) / 9.0) + i / 99.0))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n")));
        IProject project = Workbench.emptyProject("import-sequences");
        openWizard("importDataset", project);
        type(file.toString(), "Sequences and signals");
        Controls.press("&Next >");
        Ui.await("the preview", () -> says("known when all is read; 4 columns"));
        Ui.await("the columns", () -> column("sequence").getText(1).equals("array") && column("class").getText(2).equals("label"));
        showTab(2);
        Ui.await("what was detected", () -> says("Each line is a sequence of 80 values, separated by tab"));
        Screenshots.save("import-sequences");
        Controls.press("&Finish");
        Ui.await("what came of it", () -> says("of 40 samples was made"));
        robot.key("Return");
        Dialogs.awaitEnd();
        assertEquals(40, load(project, "data").samples().size());
    }

    @Test
    void volumesGetTheirMasksAndOneThatIsDamagedIsTold() throws Exception {
        for (int i = 0; i < 8; i++) {
            volume("images/brain" + i + ".nii", i);
            volume("labels/brain" + i + ".nii", 0);
        }
        Files.writeString(files.resolve("images/brain3.nii"), "damaged");
        IProject project = Workbench.emptyProject("import-nifti");
        openWizard("newDataset", project);
        type(files.toString(), "NIfTI volumes and stacks");
        Controls.press("&Next >");
        Ui.await("the preview", () -> says("8 samples; 5 columns; 1 of the first 8 can't be read."));
        showTab(1);
        Screenshots.save("import-nifti-samples");
        Controls.press("&Finish");
        Ui.await("what came of it", () -> says("of 8 samples was made") && says("1 file can't be read"));
        robot.key("Return");
        Dialogs.awaitEnd();
        Dataset made = load(project, "data");
        assertEquals(1, made.defects().size());
        assertEquals(ColumnRole.LABEL, made.column("mask").orElseThrow().role());
    }

    /** Nothing but keys, from the path to the end. */
    @Test
    void theKeyboardSuffices() throws Exception {
        Path file = Files.writeString(files.resolve("keys.csv"), "x,y\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n");
        IProject project = Workbench.emptyProject("import-keys");
        openWizard("importDataset", project);
        type(file.toString(), "Table");
        robot.key("alt+n");
        Ui.await("the preview", () -> says("8 samples; 3 columns"));
        Ui.await("the first field", () -> Controls.find(Text.class, Text::isFocusControl).isPresent());
        robot.type("y");
        Ui.await("the label", () -> column("y").getText(2).equals("label"));
        robot.key("Tab");
        robot.type("z");
        Ui.await("that there is no such column", () -> says("There is no column 'z'") && !finish().isEnabled());
        Screenshots.save("import-refused");
        robot.key("BackSpace");
        Ui.await("all well", () -> finish().isEnabled());
        robot.key("alt+f");
        Ui.await("what came of it", () -> says("of 8 samples was made"));
        robot.key("Return");
        Dialogs.awaitEnd();
        assertEquals(8, load(project, "data").samples().size());
    }

    private static Dataset load(IProject project, String folder) {
        return new DatasetFiles().load(project.getLocation().append(folder).toPath());
    }

    /** A picture of 9 × 8 pixels that no other one is like. */
    private void image(String path, int number) throws IOException {
        Path file = files.resolve(path);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(9, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int index = 0; index < 72; index++) {
            image.getRaster().setSample(index % 9, index / 9, 0, (index * number * 7 + number) % 256);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    /** A volume of 8 × 8 × 8 bytes: the 348 bytes of a NIfTI-1 header, four more, and the values. */
    private void volume(String path, int number) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(352 + 512).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 348);
        short[] sizes = {3, 8, 8, 8, 1, 1, 1, 1};
        for (int i = 0; i < sizes.length; i++) {
            bytes.putShort(40 + 2 * i, sizes[i]);
            bytes.putFloat(76 + 4 * i, 1);
        }
        bytes.putShort(70, (short) 2).putShort(72, (short) 8).putFloat(108, 352).putFloat(112, 1);
        bytes.put(344, new byte[] {'n', '+', '1', 0});
        for (int i = 0; i < 512; i++) {
            bytes.put(352 + i, (byte) ((i * (number + 1)) % (number == 0 ? 2 : 200)));
        }
        Path file = files.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.array());
    }

    private static void openWizard(String id, IProject project) {
        Ui.start(() -> {
            try {
                String full = "org.vesalius.product." + id;
                INewWizard wizard = (INewWizard) (id.startsWith("new") ? PlatformUI.getWorkbench().getNewWizardRegistry()
                        : PlatformUI.getWorkbench().getImportWizardRegistry()).findWizard(full).createWizard();
                wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(project));
                new WizardDialog(Workbench.page().getWorkbenchWindow().getShell(), wizard).open();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Ui.await("the field of files", () -> Controls.find(Text.class, Text::isFocusControl).isPresent());
    }

    /** Types paths and waits until they are taken for this kind of files. */
    private void type(String paths, String kind) {
        robot.type(paths);
        Ui.await(kind, () -> Controls.find(Button.class, button -> (button.getStyle() & SWT.RADIO) != 0
                && button.getSelection()).filter(button -> button.getText().startsWith(kind)).isPresent()
                && Controls.find(Button.class, button -> button.getText().equals("&Next >")).orElseThrow().isEnabled());
    }

    private void clickAndType(org.eclipse.swt.widgets.Control field, String text) {
        Rectangle bounds = Ui.ask(field::getBounds);
        Point place = Ui.steady("the field", () -> field.toDisplay(12, bounds.height / 2));
        robot.click(place);
        robot.key("ctrl+a");
        robot.type(text);
    }

    private void choose(String column) {
        Ui.run(() -> table("Column").showItem(column(column)));
        Rectangle bounds = Ui.ask(() -> column(column).getBounds(0));
        robot.click(Workbench.middleOnScreen(Ui.ask(() -> table("Column")), bounds));
        Ui.await("the column", () -> table("Column").getSelection()[0].getText().equals(column));
    }

    /** Chooses in the list with keys: the first letters lead there. */
    private void role(String role) {
        Combo combo = Ui.ask(() -> Controls.find(Combo.class, each -> each.indexOf("subgroup") >= 0).orElseThrow());
        Ui.run(combo::setFocus);
        Ui.run(() -> {
            combo.setText(role);
            combo.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        });
    }

    private static TableItem column(String name) {
        Table table = table("Column");
        return IntStream.range(0, table.getItemCount()).mapToObj(table::getItem).filter(item -> item.getText().equals(name))
                .findFirst().orElseThrow();
    }

    private static Table table(String firstHeading) {
        return Controls.find(Table.class, table -> table.getColumnCount() > 1
                && table.getColumn(0).getText().equals(firstHeading)).orElseThrow();
    }

    private static void showTab(int index) {
        Ui.run(() -> Controls.find(TabFolder.class, tabs -> tabs.getItemCount() == 3).orElseThrow().setSelection(index));
    }

    private static Combo patient() {
        return Controls.find(Combo.class, combo -> combo.getToolTipText() != null
                && combo.getToolTipText().contains("Finds the patient")).orElseThrow();
    }

    private static Button finish() {
        return Controls.find(Button.class, button -> button.getText().equals("&Finish")).orElseThrow();
    }

    private static boolean says(String words) {
        return Controls.find(Label.class, label -> label.getText().contains(words)).isPresent()
                || Controls.find(Text.class, text -> text.getText().contains(words)).isPresent();
    }
}
