// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** ND4J's native code in this process. */
public final class NativeRuntime {

    private NativeRuntime() {
    }

    /** Loads the native code; does nothing if it is loaded. */
    public static void load() {
        Nd4j.getEnvironment();
    }

    /**
     * Loads the native code and sets how many threads compute. Also keeps DL4J from writing crash dumps into the working
     * folder: they name files, and the harness reports what matters.
     *
     * @param threads number of threads, at least 1
     */
    public static void start(int threads) {
        CrashReportingUtil.crashDumpsEnabled(false);
        setThreads(threads);
        Nd4j.getMemoryManager().togglePeriodicGc(false);
    }

    /** Sets how many threads compute from now on: ND4J's own loops, oneDNN (by OpenMP) and OpenBLAS. */
    public static void setThreads(int threads) {
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        Nd4j.factory().blas().setMaxThreads(threads);
    }

    /** Versions of DL4J and of the libraries under it, as far as they say. */
    public static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("deeplearning4j", mavenVersion("org.deeplearning4j", "deeplearning4j-nn"));
        versions.put("nd4j", mavenVersion("org.nd4j", "nd4j-native"));
        versions.put("openblas", mavenVersion("org.bytedeco", "openblas"));
        versions.put("javacpp", mavenVersion("org.bytedeco", "javacpp"));
        return versions;
    }

    private static String mavenVersion(String group, String artifact) {
        String name = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream in = ComputationGraph.class.getResourceAsStream(name)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
