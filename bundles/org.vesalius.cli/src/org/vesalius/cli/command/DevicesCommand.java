// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.option.OutputOptions;
import org.vesalius.cli.output.JsonText;
import org.vesalius.cli.output.Table;
import org.vesalius.engine.Device;
import org.vesalius.engine.ExecutionEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devices}: what this machine can train on. */
@Command(name = "devices", header = "Lists what this machine can train on.",
        description = {"", "Each engine with its devices; a device that can't be used is listed with the reason.", ""},
        footer = {"", "Examples:", "  vesalius devices", "  vesalius devices --json"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Listed."})
public final class DevicesCommand implements Callable<Integer> {

    private final CliContext context;

    @Mixin(name = OutputOptions.MIXIN)
    private OutputOptions output;

    /** The command in a context. */
    public DevicesCommand(CliContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public Integer call() {
        if (output.json()) {
            context.console().line(JsonText.of(document()));
        } else {
            table().lines().forEach(context.console()::line);
        }
        return ExitCode.OK.number();
    }

    private Table table() {
        Table table = new Table("ENGINE", "DEVICE", "USABLE", "NAME", "REASON");
        for (ExecutionEngine engine : context.engines().all()) {
            for (Device device : engine.probe()) {
                table.add(engine.id(), device.id(), device.usable() ? "yes" : "no", device.name(), device.reason());
            }
        }
        return table;
    }

    private JsonObject document() {
        JsonArray devices = new JsonArray();
        for (ExecutionEngine engine : context.engines().all()) {
            engine.probe().forEach(device -> devices.add(json(engine, device)));
        }
        JsonObject document = new JsonObject();
        document.add("devices", devices);
        return document;
    }

    private static JsonObject json(ExecutionEngine engine, Device device) {
        JsonObject json = new JsonObject();
        json.addProperty("engine", engine.id());
        json.addProperty("engineName", engine.name());
        json.addProperty("device", device.id());
        json.addProperty("name", device.name());
        json.addProperty("usable", device.usable());
        json.addProperty("reason", device.reason());
        return json;
    }
}
