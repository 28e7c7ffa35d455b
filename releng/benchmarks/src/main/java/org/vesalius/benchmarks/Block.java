// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

/**
 * One block of work, measured.
 *
 * @param speed items per second
 * @param processorSeconds processor time that the subject used meanwhile, of all its threads
 */
record Block(double speed, double processorSeconds) {

    /** Lets a subject do a block. */
    static Block of(Subject subject) throws Exception {
        double before = subject.processorSeconds();
        double speed = subject.block();
        return new Block(speed, subject.processorSeconds() - before);
    }
}
