// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.io.Console;
import java.lang.reflect.Proxy;
import org.vesalius.cli.context.CliContext.Interrupts;

/**
 * Ctrl-C of the terminal, and SIGTERM. The JVM offers them only through {@code sun.misc.Signal}, which OSGi need not show to a bundle:
 * hence by reflection through the platform's class loader.
 */
final class SystemInterrupts implements Interrupts {
    /** 128 and the number of SIGTERM, as shells tell it. */
    private static final int TERMINATED = 143;

    @Override
    public Handle onInterrupt(Runnable action) {
        return install("INT", action);
    }

    @Override
    public Handle onTermination(Runnable action) {
        return install("TERM", () -> {
            try {
                action.run();
            } finally {
                System.exit(TERMINATED);
            }
        });
    }

    private static Handle install(String signal, Runnable action) {
        try {
            return new SunSignal(signal).install(action);
        } catch (ReflectiveOperationException e) {
            // a JVM without the class: the signal then ends this process, and the run goes on
            return () -> {};
        }
    }

    private static final class SunSignal {

        private final Class<?> type;
        private final Class<?> handlerType;
        private final Object signal;

        SunSignal(String name) throws ReflectiveOperationException {
            ClassLoader loader = ClassLoader.getPlatformClassLoader();
            type = Class.forName("sun.misc.Signal", true, loader);
            handlerType = Class.forName("sun.misc.SignalHandler", true, loader);
            signal = type.getConstructor(String.class).newInstance(name);
        }

        Handle install(Runnable action) throws ReflectiveOperationException {
            Object handler = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType},
                    (proxy, method, arguments) -> answer(proxy, method.getName(), arguments, action));
            Object before = handle(handler);
            return () -> restore(before);
        }

        private void restore(Object handler) {
            try {
                handle(handler);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a signal could not be given back", e);
            }
        }

        private Object handle(Object handler) throws ReflectiveOperationException {
            return type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
        }

        // The proxy is also asked the questions of Object.
        private static Object answer(Object proxy, String method, Object[] arguments, Runnable action) {
            return switch (method) {
                case "handle" -> {
                    action.run();
                    yield null;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "signals of vesalius";
            };
        }
    }
}

/** Whether a person watches the output. */
final class Terminal {

    private Terminal() {
        // one function
    }

    /** Whether standard input and output are a terminal that can overwrite a line. */
    static boolean watched() {
        Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
    }

    // From Java 22 on there is a console even without a terminal, and a method that tells.
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
