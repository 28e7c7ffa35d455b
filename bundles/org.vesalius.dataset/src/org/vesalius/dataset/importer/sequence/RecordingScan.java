// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.vesalius.core.English;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.importer.sequence.FoundSequences.Found;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.sequence.reading.Layout;
import org.vesalius.dataset.sequence.signal.Recording;
import org.vesalius.dataset.sequence.signal.RecordingFile;
import org.vesalius.dataset.sequence.text.FilePart;
import org.vesalius.dataset.sequence.text.RowRule;

/** Recorded signals: each file is a sequence, or each annotation in it. */
final class RecordingScan implements SequenceScan {
    private static final double SAME_RATE = 1e-6;
    private static final int MOST_STEPS = 1 << 20;
    /** The annotations of beats among all of the MIT format (WFDB Applications Guide, annotation codes). */
    private static final String BEATS = "NLRBAaJSVrFejnE/fQ?";

    private final SourceFiles files;
    private final SequenceOptions options;
    private final String annotator;
    private final List<Found> found = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private List<String> channels;
    private double rate;
    private long longest;
    private int cut;

    RecordingScan(SourceFiles files, SequenceOptions options) {
        this.files = files;
        this.options = options;
        this.annotator = options.column("annotations").orElse("");
        this.channels = options.request().texts("channel").stream().map(RowRule::name).toList();
    }

    @Override
    public FoundSequences preview(Progress progress) throws IOException {
        scan(progress, DatasetPreview.SHOWN);
        return result(OptionalLong.empty());
    }

    @Override
    public FoundSequences all(ImportFolder folder, Progress progress) throws IOException {
        scan(progress, Integer.MAX_VALUE);
        return result(OptionalLong.of(found.size()));
    }

    private void scan(Progress progress, int most) throws IOException {
        progress.begin("Reading recordings", files.files().size());
        for (int i = 0; i < files.files().size() && found.size() < most; i++) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            take(files.files().get(i));
            progress.advance(i + 1L);
        }
        if (rate == 0) {
            String reason = found.isEmpty() ? "there is no recording" : "the first of them " + found.get(0).defect();
            throw SequenceOptions.invalid("None of the recordings can be read; " + reason + ".", files.root(),
                    "Mend or replace the files.");
        }
    }

    private void take(Path file) throws IOException {
        try {
            RecordingFile recording = Layout.open(file, file.toString().endsWith(".hea") ? annotator : "");
            List<Integer> numbers = chosen(recording);
            double own = recording.rates().get(numbers.get(0));
            if (rate == 0) {
                channels = numbers.stream().map(n -> RowRule.name(recording.channels().get(n).name())).toList();
                rate = own;
            }
            if (Math.abs(own - rate) > SAME_RATE * rate) {
                throw new UnreadableImageException("is sampled " + perSecond(own) + " times a second and the first "
                        + perSecond(rate) + " times");
            }
            recording.remarks().stream().filter(remark -> !remarks.contains(remark)).forEach(remarks::add);
            takeAll(file, recording, recording.lengths().get(numbers.get(0)));
        } catch (UnreadableImageException e) {
            found.add(new Found(files.path(file), files.stem(file), "", Map.of(), e.getMessage()));
        }
    }

    private static String perSecond(double rate) {
        return rate == Math.rint(rate) ? String.valueOf((long) rate) : String.format(Locale.ROOT, "%.6g", rate);
    }

    /** The channels named; else those of the first recording that have its most frequent rate. */
    private List<Integer> chosen(RecordingFile recording) throws UnreadableImageException {
        List<Integer> numbers = Layout.channels(recording, channels);
        if (!channels.isEmpty()) {
            return numbers;
        }
        Map<Double, Integer> rates = new HashMap<>();
        recording.rates().forEach(own -> rates.merge(own, 1, Integer::sum));
        double usual = rates.entrySet().stream().max(Map.Entry.<Double, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).orElseThrow().getKey();
        List<Integer> same = numbers.stream().filter(n -> recording.rates().get(n) == usual).toList();
        if (same.size() < numbers.size()) {
            List<String> others = numbers.stream().filter(n -> !same.contains(n))
                    .map(n -> recording.channels().get(n).name()).toList();
            remarks.add("Left out, as they are sampled at another rate: " + String.join(", ", others)
                    + "; --channel chooses");
        }
        return same;
    }

    private void takeAll(Path file, RecordingFile recording, long length) {
        if (annotator.isEmpty()) {
            longest = Math.max(longest, length);
            found.add(new Found(files.path(file), files.stem(file), "", Map.of(), ""));
            return;
        }
        longest = options.window();
        for (RecordingFile.Mark mark : recording.marks()) {
            long from = mark.sample() - options.window() / 2;
            if (file.toString().endsWith(".hea") && (mark.text().length() != 1 || !BEATS.contains(mark.text()))) {
                leftOut.merge(mark.text(), 1, Integer::sum);
            } else if (from < 0 || from + options.window() > length) {
                cut++;
            } else {
                found.add(new Found(new FilePart(files.path(file), FilePart.SAMPLES, from, from + options.window()).text(),
                        files.stem(file), mark.text(), Map.of(), ""));
            }
        }
    }

    private FoundSequences result(OptionalLong total) {
        long steps = options.duration().isPresent() ? Math.round(options.duration().getAsDouble() * rate) : longest;
        if (steps < 1 || steps > MOST_STEPS) {
            throw SequenceOptions.invalid("Sequences of " + steps + " steps can't be made; at most " + MOST_STEPS + " can.",
                    files.root(), "Make them shorter with --duration, such as 10s, or take beats with --annotations.");
        }
        List<String> all = new ArrayList<>();
        all.add(English.quantity(steps, "step") + ", " + perSecond(rate) + " a second, of "
                + English.quantity(channels.size(), "channel"));
        all.addAll(remarks);
        if (!leftOut.isEmpty()) {
            all.add("Annotations that are no beats were left out: "
                    + String.join(", ", leftOut.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").toList()));
        }
        if (cut > 0) {
            all.add(English.quantity(cut, "annotation") + " too near to an end of the recording for the window left out");
        }
        Map<String, String> read = new TreeMap<>();
        read.put(Layout.OPTION, Layout.RECORDING.text());
        read.put(Layout.CHANNELS, RowRule.text(channels));
        read.put(Layout.STEPS, String.valueOf(steps));
        options.gaps().filter(rules -> !rules.isEmpty()).ifPresent(rules -> read.put(Layout.GAPS, String.join(" ", rules)));
        return new FoundSequences(files.root(), read, !annotator.isEmpty(), List.of(), found, files.passedOver(), all, total);
    }
}
