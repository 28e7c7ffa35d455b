// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import javax.imageio.ImageIO;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness gets past dialogs that don't close and a UI thread that doesn't answer, and tells what was seen. */
@WindowTest
class BlockedUiTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path folder;

    /** Opens a dialog that refuses to be closed, and stays in its loop as modal dialogs do. */
    private static void openStubbornDialog(CountDownLatch ended) {
        Ui.start(() -> {
            Shell dialog = new Shell(Workbench.page().getWorkbenchWindow().getShell(), SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
            dialog.addListener(SWT.Close, event -> event.doit = false);
            dialog.setSize(200, 100);
            dialog.open();
            Display display = dialog.getDisplay();
            while (!dialog.isDisposed()) {
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
            ended.countDown();
        });
        Ui.await("the dialog", () -> Display.getCurrent().getShells().length > 1
                && Display.getCurrent().getActiveShell() != Workbench.page().getWorkbenchWindow().getShell());
    }

    @Test
    void aDialogThatRefusesToCloseIsDismissed() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        openStubbornDialog(ended);
        Dialogs.dismissAll();
        ended.await();
    }

    @Test
    void aDialogIsBrokenOpenWithoutBeingAsked() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        openStubbornDialog(ended);
        Dialogs.breakOpen();
        ended.await();
    }

    @Test
    void evidenceNeedsNoAnswerOfTheUiThread() throws IOException {
        CountDownLatch block = new CountDownLatch(1);
        Ui.start(() -> hang(block));
        try {
            assertFalse(Ui.answersWithin(SHORT), "it is blocked");
            String stacks = new Evidence(folder).save("trial");
            assertTrue(stacks.contains("BlockedUiTest.hang"), stacks);
            assertTrue(Files.readString(folder.resolve("hung-trial.txt")).contains("BlockedUiTest.hang"));
            Assumptions.assumeTrue(ScreenFile.ofThisTest().isPresent(), "the screen's memory is no file here");
            BufferedImage screen = ImageIO.read(folder.resolve("hung-trial.png").toFile());
            assertEquals(1600, screen.getWidth());
            assertEquals(1000, screen.getHeight());
        } finally {
            block.countDown();
        }
        Ui.await("an answer", () -> true);
    }

    private static void hang(CountDownLatch block) {
        try {
            block.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Two pixels, red and blue, written by hand: a header of 100 bytes, no colour table, the lowest byte first. */
    @Test
    void memoryOfAScreenIsReadAsXwd() throws IOException {
        ByteBuffer memory = ByteBuffer.allocate(108);
        int[] header = {100, 7, 2, 24, 2, 1, 0, 0, 32, 0, 32, 32, 8};
        for (int number : header) {
            memory.putInt(number);
        }
        memory.position(100);
        memory.put(new byte[] {0, 0, (byte) 255, 0, (byte) 255, 0, 0, 0});
        new ScreenFile(Files.write(folder.resolve("memory.xwd"), memory.array())).save(folder.resolve("memory.png"));
        BufferedImage picture = ImageIO.read(folder.resolve("memory.png").toFile());
        assertEquals(0xFFFF0000, picture.getRGB(0, 0));
        assertEquals(0xFF0000FF, picture.getRGB(1, 0));
    }
}
