// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the worker JVM of an engine is started, without its main class and arguments.
 *
 * @param java        the Java launcher, absolute
 * @param vmArgs      options of the JVM, without the class path
 * @param classPath   jars and class folders, absolute, in the order of search
 * @param environment variables added to the environment of this process
 */
public record WorkerCommand(Path java, List<String> vmArgs, List<Path> classPath, Map<String, String> environment) {

    /** Copies the collections, so that a command never changes. */
    public WorkerCommand {
        vmArgs = List.copyOf(vmArgs);
        classPath = List.copyOf(classPath);
        environment = Map.copyOf(environment);
    }

    /** The same command with more jars at the end of the class path. */
    public WorkerCommand withLibraries(List<Path> libraries) {
        return new WorkerCommand(java, vmArgs, Stream.concat(classPath.stream(), libraries.stream()).toList(),
                environment);
    }

    /** The same command with more JVM options after its own. */
    public WorkerCommand withVmArgs(List<String> more) {
        return new WorkerCommand(java, Stream.concat(vmArgs.stream(), more.stream()).toList(), classPath, environment);
    }

    /** The words of the whole command line for a main class and its arguments. */
    public List<String> commandLine(String mainClass, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(java.toString());
        words.addAll(vmArgs);
        words.add("-cp");
        words.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        words.add(mainClass);
        words.addAll(arguments);
        return words;
    }
}
