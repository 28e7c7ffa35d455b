// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.List;
import org.vesalius.dataset.augment.Augmentation.Brightness;
import org.vesalius.dataset.augment.Augmentation.Flip;
import org.vesalius.dataset.augment.Augmentation.Rotate;
import org.vesalius.dataset.augment.Augmentation.Shift;
import org.vesalius.dataset.augment.Augmentation.Zoom;
import org.vesalius.dataset.augment.Augmentation;
import org.vesalius.experiment.RandomBrightness;
import org.vesalius.experiment.RandomFlip;
import org.vesalius.experiment.RandomRotation;
import org.vesalius.experiment.RandomShift;
import org.vesalius.experiment.RandomZoom;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.util.ExperimentSwitch;

/** The augmentations of an experiment as those of the data set. */
final class Augmentations extends ExperimentSwitch<Augmentation> {
    private static final double PROBABILITY = 0.5;

    private Augmentations() {
    }

    /** The augmentations that these settings ask for, in their order. */
    static List<Augmentation> of(TrainingSettings settings) {
        return settings.getAugmentations().stream().map(new Augmentations()::doSwitch).toList();
    }

    @Override
    public Augmentation caseRandomFlip(RandomFlip flip) {
        return new Flip(flip.isHorizontal() ? PROBABILITY : 0, flip.isVertical() ? PROBABILITY : 0);
    }

    @Override
    public Augmentation caseRandomShift(RandomShift shift) {
        return new Shift(shift.getHorizontal(), shift.getVertical());
    }

    @Override
    public Augmentation caseRandomRotation(RandomRotation rotation) {
        return new Rotate(rotation.getDegrees());
    }

    @Override
    public Augmentation caseRandomZoom(RandomZoom zoom) {
        return new Zoom(zoom.getRange());
    }

    @Override
    public Augmentation caseRandomBrightness(RandomBrightness brightness) {
        return new Brightness(brightness.getRange());
    }
}
