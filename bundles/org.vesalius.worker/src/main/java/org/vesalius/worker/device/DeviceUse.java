// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.device;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.core.io.ProjectFolder;
import org.vesalius.experiment.run.RunFolder;

/**
 * Who uses a device and for what, shown to those who wait for it. Names no sample and no file of data.
 *
 * @param project name of the project's folder; empty where there is none
 * @param work what is computed, such as {@code run 20261123T184500Z_cxr_42}
 * @param owner the user whose process it is; empty if the system doesn't tell
 * @param pid the number of that process
 */
public record DeviceUse(String project, String work, String owner, long pid) {
    private static final int MOST_BYTES = 4096;
    private static final int LONGEST_WORD = 200;

    /** Bounds the texts, which may come from a file. */
    public DeviceUse {
        project = bounded(project);
        work = bounded(work);
        owner = bounded(owner);
    }

    /** The training of a run by this process. */
    public static DeviceUse training(RunFolder run) {
        return of(run.path().getParent(), "run " + run.name());
    }

    /** A question of this process to the model of a run: {@code evaluation}, {@code prediction}. */
    public static DeviceUse question(String kind, RunFolder run) {
        return of(run.path().getParent(), "the " + kind + " of run " + run.name());
    }

    /** A prediction of this process with a network that belongs to no run. */
    public static DeviceUse prediction(Path network) {
        return of(network.toAbsolutePath().getParent(), "a prediction with " + network.getFileName());
    }

    /** What to say of it after "which": {@code run x of project 'lungs' is using (ada, process 4711)}. */
    public String text() {
        String who = owner.isEmpty() ? "process " + pid : owner + ", process " + pid;
        return work + (project.isEmpty() ? "" : " of project '" + project + "'") + " is using (" + who + ")";
    }

    void write(Path file) throws IOException {
        new AtomicFile(file).writeText(new Gson().toJson(this));
    }

    /** What a file says; empty if it isn't there or says nothing, since this is for the user's eyes only. */
    static Optional<DeviceUse> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return Optional.ofNullable(new Gson().fromJson(text, DeviceUse.class)).filter(use -> !use.work.isEmpty());
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    private static DeviceUse of(Path folder, String work) {
        ProcessHandle self = ProcessHandle.current();
        String project = ProjectFolder.marked(folder).map(marked -> marked.path().getFileName()).map(Path::toString)
                .orElse("");
        return new DeviceUse(project, work, self.info().user().orElseGet(() -> System.getProperty("user.name", "")),
                self.pid());
    }

    private static String bounded(String text) {
        String word = Objects.requireNonNullElse(text, "").replaceAll("\\p{Cntrl}", " ").strip();
        return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
    }
}
