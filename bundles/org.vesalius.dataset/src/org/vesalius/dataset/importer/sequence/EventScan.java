// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.vesalius.core.English;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.sequence.GridOptions;
import org.vesalius.dataset.sequence.TimeGrid;
import org.vesalius.dataset.sequence.TimeText;
import org.vesalius.dataset.sequence.reading.Layout;
import org.vesalius.dataset.sequence.text.FilePart;
import org.vesalius.dataset.sequence.text.RowRule;
import org.vesalius.dataset.sequence.text.TextLines;

/** Texts of measurements: each file is a sequence, or a column tells whose each measurement is. */
final class EventScan implements SequenceScan {
    private static final int MOST_CHOSEN_STEPS = 100;
    private static final int MOST_STEPS = 100_000;
    private static final int GATHERED = 20_000;

    private final SequenceOptions options;
    private final TextSample sample;
    private final EventColumns columns;
    private SourceFiles files;
    private EventProfile profile;
    private final List<FoundSequences.Found> found = new ArrayList<>();
    private final List<PassedOver> passedOver;
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private boolean scattered;
    private String id = "";
    private long from;
    private long to;

    EventScan(SourceFiles files, SequenceOptions options, TextSample sample, EventColumns columns) {
        this.files = files;
        this.options = options;
        this.sample = sample;
        this.columns = columns;
        this.passedOver = new ArrayList<>(files.passedOver());
        this.profile = new EventProfile(sample, columns, options.timeUnit());
    }

    @Override
    public FoundSequences preview(Progress progress) throws IOException {
        scan(progress, DatasetPreview.SHOWN);
        if (scattered) {
            gather(progress);
        }
        return result(OptionalLong.empty());
    }

    /** The first rows, brought together as the copy will have them. */
    private void gather(Progress progress) throws IOException {
        tellScattered();
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        Path file = files.files().get(0);
        try (InputStream in = Files.newInputStream(file); TextLines lines = new TextLines(in)) {
            for (int i = 0; i < sample.headerLines(); i++) {
                lines.next();
            }
            for (int row = 0; row < GATHERED && lines.next(); row++) {
                requireGoingOn(progress);
                List<String> cells = sample.format().cells(lines.text());
                rows.computeIfAbsent(columns.id() <= cells.size() ? cells.get(columns.id() - 1) : "", none -> new ArrayList<>())
                        .add(cells);
            }
            profile = new EventProfile(sample, columns, options.timeUnit());
            found.clear();
            for (Map.Entry<String, List<List<String>>> entry : rows.entrySet()) {
                open(entry.getKey());
                for (List<String> cells : entry.getValue()) {
                    profile.take(cells);
                }
                found.add(new FoundSequences.Found(FilePart.whole(SortedRows.NAME).text(), id, "", profile.end(), ""));
            }
        } catch (UnreadableImageException e) {
            refuseOrPassOver(file, e);
        }
        Path out = options.request().out();
        files = new SourceFiles(out, List.of(out.resolve(SortedRows.NAME)), List.of());
    }

    private void tellScattered() {
        remarks.add("The rows of a sequence are scattered over the file; the data set has a copy of it, sorted by '"
                + sample.heading(columns.id()) + "'");
    }

    private static void requireGoingOn(Progress progress) {
        if (progress.cancelled()) {
            throw new CancellationException("cancelled by the user");
        }
    }

    @Override
    public FoundSequences all(ImportFolder folder, Progress progress) throws IOException {
        scan(progress, Integer.MAX_VALUE);
        if (scattered) {
            sort(folder, progress);
        }
        return result(OptionalLong.of(found.size()));
    }

    /** The rows of a sequence are brought together in a copy, which is then read like a file that has them together. */
    private void sort(ImportFolder folder, Progress progress) throws IOException {
        SortedRows copy = new SortedRows(folder, sample, columns.id());
        Path sorted = copy.write(files.files(), progress);
        tellScattered();
        files = SourceFiles.of(sorted);
        profile = new EventProfile(sample, columns, options.timeUnit());
        found.clear();
        ids.clear();
        scattered = false;
        scan(progress, Integer.MAX_VALUE);
        files = new SourceFiles(folder.path(), List.of(folder.path().resolve(sorted.getFileName())), List.of());
    }

    private void scan(Progress progress, int most) throws IOException {
        progress.begin("Reading sequences", files.bytes());
        long before = 0;
        for (Path file : files.files()) {
            try {
                scan(file, before, progress, most);
            } catch (UnreadableImageException e) {
                refuseOrPassOver(file, e);
            }
            before += Files.size(file);
            if (found.size() >= most) {
                break;
            }
        }
    }

    private void refuseOrPassOver(Path file, UnreadableImageException e) {
        if (files.files().size() == 1 || columns.id() > 0) {
            throw SequenceOptions.invalid("The file " + e.getMessage() + ".", file,
                    "Mend the file, or save it anew as text in UTF-8.");
        }
        passedOver.add(new PassedOver(files.path(file), e.getMessage()));
    }

    private void scan(Path file, long before, Progress progress, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file); TextLines lines = new TextLines(in)) {
            for (int i = 0; i < sample.headerLines(); i++) {
                lines.next();
            }
            open(columns.id() > 0 ? "" : files.stem(file));
            boolean any = false;
            while (found.size() < most && lines.next()) {
                any = true;
                List<String> cells = sample.format().cells(lines.text());
                if (columns.id() > 0) {
                    belong(file, columns.id() <= cells.size() ? cells.get(columns.id() - 1) : "", lines);
                }
                to = lines.end();
                profile.take(cells);
                progress.advance(before + lines.end());
                requireGoingOn(progress);
            }
            if (any) {
                close(columns.id() > 0 ? part(file) : FilePart.whole(files.path(file)));
            } else {
                passedOver.add(new PassedOver(files.path(file), "holds no measurement"));
            }
        }
    }

    private FilePart part(Path file) {
        return new FilePart(files.path(file), FilePart.BYTES, from, to);
    }

    private void open(String newId) {
        id = newId;
        profile.begin(newId);
    }

    private void belong(Path file, String next, TextLines lines) {
        if (next.equals(id)) {
            return;
        }
        if (!id.isEmpty()) {
            close(part(file));
        }
        from = lines.start();
        open(next);
        scattered |= !ids.add(next);
    }

    private void close(FilePart part) {
        found.add(new FoundSequences.Found(part.text(), id, "", profile.end(), ""));
    }

    private FoundSequences result(OptionalLong total) {
        List<String> channels = options.request().texts("channel").isEmpty() ? profile.channels()
                : options.request().texts("channel").stream().map(RowRule::name).toList();
        if (profile.isOfDaysWithoutSigns()) {
            throw SequenceOptions.invalid("The times are days without signs between year, month and day, which would be taken"
                    + " for seconds.", files.root(), "Write them as 2021-01-31.");
        }
        if (channels.isEmpty() && !profile.once().isEmpty()) {
            throw SequenceOptions.invalid("Each thing was measured once in a sequence, at its beginning, so that there is none"
                    + " over time.", files.root(),
                    "Name what goes into the sequences with --channel, or the column of whose"
                            + " measurement it is with --id.");
        }
        if (channels.isEmpty()) {
            throw SequenceOptions.invalid("No measurement could be read: " + profile.timeless() + " of " + profile.rows()
                    + " rows have no time, and " + profile.textual() + " no number.", files.root(),
                    "Name the columns with --time, --parameter and --value.");
        }
        List<String> once = profile.once().stream().filter(name -> !channels.contains(name)).toList();
        GridOptions grid = grid();
        List<String> all = new ArrayList<>(described(channels, once, grid));
        all.addAll(remarks);
        all.addAll(odd());
        Map<String, String> read = new TreeMap<>(rule(channels).options());
        read.putAll(grid.options());
        read.put(Layout.OPTION, Layout.EVENTS.text());
        read.put(Layout.HEADER, String.valueOf(sample.headerLines()));
        return new FoundSequences(files.root(), read, false, once, found, passedOver, all, total);
    }

    private RowRule rule(List<String> channels) {
        if (!columns.isWide()) {
            return new RowRule(sample.format(), columns.time(), options.timeUnit(), columns.parameter(),
                    List.of(columns.value()), channels);
        }
        List<Integer> numbers = channels.stream().map(name -> columns.measured(sample).stream()
                .filter(column -> RowRule.name(sample.heading(column)).equals(name)).findFirst()
                .orElseGet(() -> sample.number(name, files.files().get(0)))).toList();
        return new RowRule(sample.format(), columns.time(), options.timeUnit(), 0, numbers, channels);
    }

    private GridOptions grid() {
        double step = options.step().orElseGet(this::chosenStep);
        double start = options.start().orElse(profile.isDated() ? Double.NaN : Math.min(0, profile.earliest()));
        double duration = options.duration().orElseGet(() -> profile.longest()
                + (Double.isNaN(start) ? 0 : Math.max(0, profile.earliest() - start)) + step);
        double steps = Math.ceil(duration / step - 1e-9);
        if (!(steps >= 1 && steps <= MOST_STEPS)) {
            throw SequenceOptions.invalid("Sequences of " + TimeText.text(duration) + " have " + (long) steps + " steps of "
                    + TimeText.text(step) + "; at most " + MOST_STEPS + " can be made.",
                    "Make the steps longer with --step, or the sequences shorter with --duration.");
        }
        List<String> rules = options.gaps()
                .orElse(profile.isComplete((long) steps) ? List.of() : List.of("forward", "mask", "since"));
        return new GridOptions(new TimeGrid(start, step, (int) steps, options.aggregation()), rules.contains("forward"),
                rules.contains("mask"), rules.contains("since"));
    }

    /** The distance of times that follow one another alike; else the shortest usual unit of which a usual sequence has no more than a hundred. */
    private double chosenStep() {
        if (columns.time() == 0 || profile.distance().isPresent()) {
            return profile.distance().orElse(1);
        }
        for (double unit : new double[] {1, 60, 600, 3600, 21_600, 86_400, 604_800}) {
            if (profile.usual() / unit <= MOST_CHOSEN_STEPS) {
                return unit;
            }
        }
        return 30 * 86_400.0;
    }

    private List<String> described(List<String> channels, List<String> once, GridOptions grid) {
        List<String> said = new ArrayList<>();
        said.add(English.quantity(grid.grid().length(), "step") + " of " + TimeText.text(grid.grid().step()) + ", "
                + English.quantity(channels.size(), "channel") + " measured"
                + (grid.mask() || grid.since() ? ", " + grid.channels(channels).size() + " with those that tell of gaps" : ""));
        if (!once.isEmpty()) {
            said.add("Measured once at the beginning, so columns of their own and no channels: " + String.join(", ", once));
        }
        if (!profile.ids().isEmpty()) {
            said.add("Left out, as it repeats the id: " + String.join(", ", profile.ids()));
        }
        return said;
    }

    private List<String> odd() {
        List<String> said = new ArrayList<>();
        if (profile.outOfOrder() > 0) {
            said.add(English.quantity(profile.outOfOrder(), "row") + " in " + English.quantity(profile.outOfOrderIn(), "sequence")
                    + " stood behind a later one; they are sorted by time");
        }
        if (profile.repeated() > 0) {
            said.add(English.quantity(profile.repeated(), "value") + " had the time of another value of the same thing; they are"
                    + " joined by the rule '" + options.aggregation().text() + "'");
        }
        if (profile.timeless() > 0) {
            said.add(English.quantity(profile.timeless(), "row") + " without a time passed over");
        }
        if (profile.textual() > 0) {
            said.add(English.quantity(profile.textual(), "value") + " that is no number passed over");
        }
        return said;
    }
}
