// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.ui.command.ChosenImages;

/** What a user chooses to be predicted, and what is told of it. */
class ChosenImagesTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderStandsForItsImages() throws IOException {
        for (String name : List.of("b.PNG", "a.jpg", "notes.txt", ".hidden.png")) {
            Files.createFile(folder.resolve(name));
        }
        Path other = folder.resolve("notes.txt");
        assertEquals(List.of(folder.resolve("a.jpg"), folder.resolve("b.PNG"), other),
                new ChosenImages(List.of(folder, other)).files());
    }

    @Test
    void aFolderWithoutImagesIsNamed() {
        assertEquals(folder, assertThrows(ReportedException.class, () -> new ChosenImages(List.of(folder)).files())
                .where().orElseThrow());
    }

    @Test
    void everyUnreadableImageIsNamedWithItsReason() {
        IStatus some = told(2, "{\"sample\": \"/x/a.png\", \"reason\": \"is damaged\"}");
        assertEquals(IStatus.WARNING, some.getSeverity());
        assertTrue(some.getMessage().contains("a.png is damaged"), some.getMessage());
        assertEquals("a.png is damaged", some.getChildren()[0].getMessage());
    }

    /** It may look like a path, and need not be one. */
    @Test
    void theIdOfASampleIsToldWhole() {
        assertEquals("p1/s2 is damaged", ChosenImages.told(PredictionQuestion.ofTable(folder, Optional.empty()),
                answer(1, "{\"sample\": \"p1/s2\", \"reason\": \"is damaged\"}"), folder).getChildren()[0].getMessage());
    }

    @Test
    void aTableIsOneSampleWhereTheRunReadsItAsOne() throws IOException {
        Path beats = Files.writeString(folder.resolve("beats.csv"), "1,2,3\n");
        ChosenImages chosen = new ChosenImages(List.of(beats));

        assertEquals(PredictionQuestion.ofTable(beats, Optional.empty()), chosen.question(path -> false));
        assertEquals(PredictionQuestion.ofFiles(List.of(beats)), chosen.question(beats::equals));
    }

    @Test
    void thatNothingCouldBePredictedIsAnError() {
        assertEquals(IStatus.ERROR, told(0, "{\"sample\": \"/x/a.png\", \"reason\": \"is damaged\"}").getSeverity());
        assertEquals(IStatus.ERROR, told(0, "").getSeverity());
        assertEquals(IStatus.OK, told(1, "").getSeverity());
    }

    private IStatus told(int rows, String unreadable) {
        return ChosenImages.told(PredictionQuestion.ofFiles(List.of(folder)), answer(rows, unreadable),
                folder.resolve("predictions.csv"));
    }

    private static JsonObject answer(int rows, String unreadable) {
        return JsonParser.parseString("{\"rows\": " + rows + ", \"left_out\": " + (unreadable.isEmpty() ? 0 : 1)
                + ", \"unreadable\": [" + unreadable + "], \"remarks\": []}").getAsJsonObject();
    }
}
