// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.UsualSettings;
import org.vesalius.experiment.ui.editor.field.FormContext;
import org.vesalius.experiment.ui.editor.field.Reflow;

/**
 * The sections about the training settings: how the network learns, what is done with samples, on which device. A file may
 * come without these settings, and they may come and go while it is open: with a fix, an undo, another program.
 */
public final class TrainingSections {
    private static final String ABSENT = "The file has no training settings, so nothing says how the network is trained.";

    private final FormContext context;
    private final Experiment experiment;
    private final Composite device;
    private final Composite learning;
    private List<DeviceSection.Choice> choices = List.of();
    private Optional<DeviceSection> devices = Optional.empty();
    private Optional<TrainingSettings> shown;

    /**
     * Creates the sections.
     *
     * @param left gets that of the device
     * @param right gets the others, and nothing else
     */
    public TrainingSections(FormContext context, Composite left, Composite right, Experiment experiment) {
        this.context = context;
        this.experiment = experiment;
        learning = right;
        device = context.toolkit().createComposite(left);
        GridLayoutFactory.fillDefaults().applyTo(device);
        shown = Optional.ofNullable(experiment.getTraining());
        create();
        context.onRefresh(device, this::refresh);
    }

    /** Offers the devices there are. */
    public void offer(List<DeviceSection.Choice> found) {
        choices = found;
        devices.ifPresent(section -> section.offer(found));
    }

    private void refresh() {
        Optional<TrainingSettings> now = Optional.ofNullable(experiment.getTraining());
        if (shown.equals(now)) {
            return;
        }
        shown = now;
        Stream.of(device, learning).flatMap(holder -> Stream.of(holder.getChildren())).forEach(Control::dispose);
        create();
        Reflow.around(device);
        Reflow.around(learning);
    }

    private void create() {
        devices = shown.map(settings -> new DeviceSection(context, device, settings));
        GridDataFactory.fillDefaults().grab(true, false).exclude(shown.isEmpty()).applyTo(device);
        device.setVisible(shown.isPresent());
        shown.ifPresentOrElse(settings -> {
            new LearningSection(context, learning, settings);
            new SamplesSection(context, learning, settings);
        }, this::createAbsent);
        if (!choices.isEmpty()) {
            devices.ifPresent(section -> section.offer(choices));
        }
    }

    private void createAbsent() {
        Composite grid = FormSection.create(context.toolkit(), learning, "Learning", "", 1);
        Label words = context.toolkit().createLabel(grid, ABSENT, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(words);
        Button add = context.toolkit().createButton(grid, "Use the usual settings", SWT.PUSH);
        add.addListener(SWT.Selection, event -> context.history().change("Use the usual settings",
                () -> experiment.setTraining(UsualSettings.create())));
    }
}
