// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.util.Optional;
import org.eclipse.ui.IViewPart;
import org.vesalius.experiment.run.RunFolder;

/** The view in which a run is watched; for the UI thread. */
public interface RunDisplay extends IViewPart {

    /** Identifier of the view. */
    String ID = "org.vesalius.experiment.ui.training";

    /** Shows that a run of an experiment is about to start, and no other run meanwhile. */
    void expect(String experiment);

    /** Goes back to the run that was shown before, since the expected one did not start. */
    void giveUp();

    /** Shows a run, from its beginning to where it is. */
    void show(RunFolder folder);

    /** Returns the run that is shown; empty while there is none. */
    Optional<RunFolder> run();

    /** Shows another run, if it was this one, which is gone. */
    void forget(RunFolder folder);
}
