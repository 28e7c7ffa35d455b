// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * What a command did.
 *
 * @param exitCode what the process would answer
 * @param out      standard output
 * @param err      standard error
 */
record CliRun(int exitCode, String out, String err) {

    /** The lines of standard output. */
    List<String> lines() {
        return out.lines().toList();
    }

    /** The last line of standard output. */
    String lastLine() {
        List<String> lines = lines();
        return lines.get(lines.size() - 1);
    }

    /** Standard output as one JSON document. */
    JsonObject json() {
        return JsonParser.parseString(out).getAsJsonObject();
    }

    /** How many errors were reported. */
    long errors() {
        return err.lines().filter(line -> line.startsWith("error:")).count();
    }
}
