// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Dialogs;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** A user makes a data set of own images, and sees before what becomes of them. */
@WindowTest
class NewDatasetTest {

    private static final int PATIENTS = 20;

    private final Robot robot = new Robot();

    @TempDir
    private Path images;

    @Test
    void imagesOfAPatientStayTogetherAsThePreviewShows() throws Exception {
        for (int patient = 1; patient <= PATIENTS; patient++) {
            image("clear/person" + patient + "_a.png", patient);
            image("opacity/person" + patient + "_b.png", 100 + patient);
        }
        Files.writeString(images.resolve("opacity/person1_c.png"), "damaged");
        Files.writeString(images.resolve("clear/notes.txt"), "left out");
        IProject project = Workbench.emptyProject("new-dataset");
        openWizard(project);
        robot.type(images.toString());
        Ui.await("the images", () -> rows().getItemCount() == 2 * PATIENTS + 1);
        assertTrue(Ui.ask(() -> says("41 images: clear 20, opacity 21; 1 other file left out")));
        Ui.run(() -> patient().setFocus());
        robot.type("person(");
        Ui.await("what is wrong with the pattern", () -> says("no regular expression") && !finish().isEnabled());
        robot.type("\\d+)");
        Ui.await("the patients", () -> says("20 patients") && finish().isEnabled());
        assertEquals("10", Ui.ask(() -> rows().getItem(0).getText(2)), "of clear/person10_a.png, the first by its characters");
        Screenshots.save("new-dataset");
        Controls.press("&Finish");
        Ui.await("what came of it", () -> says("1 image can't be read") && says("1 file left out"));
        Screenshots.save("new-dataset-made");
        robot.key("Return");
        Dialogs.awaitEnd();
        Dataset made = new DatasetFiles().load(project.getLocation().append("data").toPath());
        assertEquals(2 * PATIENTS + 1, made.samples().size());
        assertEquals(1, made.defects().size());
        assertTrue(project.getFile("data/dataset.json").exists());
        assertFalse(made.columns().stream().noneMatch(column -> column.name().equals("patient")));
    }

    @Test
    void pathsWithoutAPatientAreShownAndAPatternForAllIsOffered() throws Exception {
        for (int patient = 1; patient <= PATIENTS; patient++) {
            image("opacity/person" + patient + "_virus_7.png", patient);
            image("clear/" + (patient % 2 == 0 ? "NORMAL2-" : "") + "IM-0" + patient + "-0001.png", 100 + patient);
        }
        IProject project = Workbench.emptyProject("new-dataset-prefixes");
        Files.createDirectory(project.getLocation().append("data").toPath());
        openWizard(project);
        robot.type("/");
        Ui.await("that a disk is no folder of images", () -> says("one folder for each category"));
        robot.key("ctrl+a");
        robot.type(images.toString());
        Ui.await("the images", () -> rows().getItemCount() == 2 * PATIENTS);
        Ui.await("a name that is free", () -> Controls.find(Text.class, text -> text.getText().equals("data-2")).isPresent());
        Ui.run(() -> patient().setText("person(\\d+)"));
        Ui.await("a path without a patient", () -> says("nobody in 20 of 40 paths, such as clear/IM-01-0001.png."));
        Screenshots.save("new-dataset-nobody");
        assertEquals(1, Ui.ask(() -> patient().indexOf("(IM-\\d+|person\\d+)")));
        Ui.run(() -> patient().setText(patient().getItem(1)));
        Ui.await("the patients", () -> says("40 patients") && finish().isEnabled());
        robot.key("Escape");
        Dialogs.awaitEnd();
    }

    /** A picture of 9 × 8 pixels that no other one is like. */
    private void image(String path, int number) throws IOException {
        Path file = images.resolve(path);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(9, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int index = 0; index < 72; index++) {
            image.getRaster().setSample(index % 9, index / 9, 0, (index * number * 7 + number) % 256);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private static void openWizard(IProject project) {
        Ui.start(() -> {
            try {
                INewWizard wizard = (INewWizard) PlatformUI.getWorkbench().getNewWizardRegistry()
                        .findWizard("org.vesalius.product.newDataset").createWizard();
                wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(project));
                new WizardDialog(Workbench.page().getWorkbenchWindow().getShell(), wizard).open();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Ui.await("the folder", () -> Controls.find(Text.class, Text::isFocusControl).isPresent());
    }

    private static Table rows() {
        return Controls.find(Table.class, table -> table.getColumnCount() == 4
                && table.getColumn(3).getText().equals("Subset")).orElseThrow();
    }

    private static Combo patient() {
        return Controls.find(Combo.class, combo -> combo.indexOf("person(\\d+)") >= 0).orElseThrow();
    }

    private static Button finish() {
        return Controls.find(Button.class, button -> button.getText().equals("&Finish")).orElseThrow();
    }

    private static boolean says(String words) {
        return Controls.find(Label.class, label -> label.getText().contains(words)).isPresent()
                || Controls.find(Text.class, text -> text.getText().contains(words)).isPresent();
    }
}
