// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.function.Consumer;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.Wish;
import org.vesalius.worker.control.RunWishes;

/** Obeys the user's wish between two batches: goes on, waits, or tells that the run shall end. */
public final class Pace {
    private final RunWishes wishes;
    private final Consumer<RunState> states;

    /**
     * @param wishes what is wished
     * @param states told when the run pauses and when it goes on
     */
    public Pace(RunWishes wishes, Consumer<RunState> states) {
        this.wishes = wishes;
        this.states = states;
    }

    /** Waits while a pause is wished; then tells the wish, which is never {@link Wish#PAUSE}. */
    public Wish heed() {
        Wish wish = wishes.current();
        return wish == Wish.PAUSE ? pause() : wish;
    }

    /** Whether the run shall end without finishing what it is at; doesn't wait. */
    public boolean endsNow() {
        return wishes.current() == Wish.STOP_NOW;
    }

    private Wish pause() {
        states.accept(RunState.PAUSED);
        Wish wish = wishes.current();
        while (wish == Wish.PAUSE) {
            wishes.await();
            wish = wishes.current();
        }
        // a run that shall end still has weights to keep and a model to measure
        states.accept(RunState.RUNNING);
        return wish;
    }
}
