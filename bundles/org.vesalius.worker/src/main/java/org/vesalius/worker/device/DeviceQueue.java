// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.device;

import java.io.IOException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** Waits until a device is free, and says meanwhile who has it. */
public final class DeviceQueue {
    private final String device;
    private final Runnable pause;
    private final BooleanSupplier unwanted;
    private final Consumer<String> teller;

    /**
     * @param device identifier of the device, for the user's eyes
     * @param pause waits a moment between two looks
     * @param unwanted whether the work is no longer wanted
     * @param teller gets what is waited for, each time that it is something else
     */
    public DeviceQueue(String device, Runnable pause, BooleanSupplier unwanted, Consumer<String> teller) {
        this.device = Objects.requireNonNull(device, "device");
        this.pause = Objects.requireNonNull(pause, "pause");
        this.unwanted = Objects.requireNonNull(unwanted, "unwanted");
        this.teller = Objects.requireNonNull(teller, "teller");
    }

    /**
     * Takes the device.
     *
     * @return whether it was taken; otherwise the work is no longer wanted
     * @throws ReportedException if the folder of the locks can't be written
     */
    public boolean take(DevicePlace place) {
        String told = "";
        try {
            while (!place.take()) {
                told = tell(place, told);
                pause.run();
                if (unwanted.getAsBoolean()) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The lock of the device can't be taken.",
                    place.folder(), "Check that this folder can be written and that its disk has space left; it lies in the user's"
                            + " cache folder, which on Linux the variable XDG_CACHE_HOME names.",
                    e);
        }
    }

    private String tell(DevicePlace place, String told) {
        String message = place.ahead().map(this::message).orElse(told);
        if (!message.equals(told)) {
            teller.accept(message);
        }
        return message;
    }

    private String message(DevicePlace.Ahead ahead) {
        String holder = ahead.holder().map(DeviceUse::text).orElse("another process is using");
        String others = switch (ahead.waiting()) {
            case 0 -> "";
            case 1 -> " 1 other comes first.";
            default -> " " + ahead.waiting() + " others come first.";
        };
        return "Waiting for device '" + device + "', which " + holder + "." + others;
    }
}
