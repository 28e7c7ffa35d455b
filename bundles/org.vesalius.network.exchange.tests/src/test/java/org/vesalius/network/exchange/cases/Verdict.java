// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

/** What the import of a model came to. */
public enum Verdict {
    /** The network computes what the other tool computes. */
    EQUAL("equal", true),
    /** It can be opened again; there are no numbers to compare with. */
    READ("read, without numbers to compare with", true),
    /** It computes something else, and the report says so. */
    DIFFERS("said to differ", true),
    /** The report names an unknown layer, which became a placeholder. */
    PLACEHOLDER("placeholder", true),
    /** The file was refused with a message for people. */
    REFUSED("refused", true),
    /** The report calls the network exact, and it isn't. */
    WRONG("wrong in silence", false),
    /** Something broke. */
    CRASHED("crashed", false),
    /** What the import wrote can't be opened again. */
    UNREADABLE("unreadable afterwards", false);

    private final String label;
    private final boolean honest;

    Verdict(String label, boolean honest) {
        this.label = label;
        this.honest = honest;
    }

    /** Whether nobody is misled. */
    public boolean honest() {
        return honest;
    }

    @Override
    public String toString() {
        return label;
    }
}
