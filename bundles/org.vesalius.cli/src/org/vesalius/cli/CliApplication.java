// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.output.Console;
import org.vesalius.engine.UserFolders;
import org.vesalius.engine.registry.EngineSetup;
import org.vesalius.experiment.ExperimentContext;

/** The application {@code org.vesalius.cli.app}: the command line of the installed product, without a window. */
public final class CliApplication implements IApplication {

    @Override
    public Object start(IApplicationContext application) {
        String[] arguments = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        application.applicationRunning();
        return new VesaliusCommandLine(context()).run(arguments == null ? new String[0] : arguments);
    }

    @Override
    public void stop() {
        // a command ends by itself
    }

    private static CliContext context() {
        EngineSetup setup = EngineSetup.fromPlatform();
        ILog log = Platform.getLog(CliApplication.class);
        return new CliContext(console(), Path.of(""), setup.engines(), setup.runs(),
                ExperimentContext.of(setup.installation()).keptIn(UserFolders.ofThisUser().cache()),
                new SystemInterrupts(), log::error, version());
    }

    private static Console console() {
        return new Console(utf8(System.out), utf8(System.err), Terminal.watched());
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String version() {
        Version version = FrameworkUtil.getBundle(CliApplication.class).getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }
}
