// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

/**
 * Ends whatever hangs in any class of tests: saves a picture and all stacks, fails the test and goes on. JUnit finds it
 * by itself (META-INF/services). Where even the UI thread can't be freed, the JVM ends, which the build reports.
 */
public final class Watchdog implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration UI_ANSWERS = Duration.ofSeconds(10);
    private static final int STATUS = 70;

    private final Watch watch = new Watch(GRACE, () -> Runtime.getRuntime().halt(STATUS));
    private final Evidence evidence = new Evidence(Path.of(System.getProperty("vesalius.screenshots", "target")));

    @Override
    public void beforeAll(ExtensionContext context) {
        begin(context, context.getDisplayName());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (watch.stop()) {
            throw tooLate(context, context.getDisplayName(), null);
        }
    }

    /** Each method has the limit for itself; between two methods, the callbacks of other extensions have it. */
    private <T> T within(Invocation<T> invocation, ExtensionContext context, String method) throws Throwable {
        String type = context.getRequiredTestClass().getSimpleName();
        String name = type + "." + method;
        Throwable failure = null;
        begin(context, name);
        try {
            return invocation.proceed();
        } catch (Throwable e) {
            failure = e;
            throw e;
        } finally {
            boolean tooLate = watch.stop();
            begin(context, type);
            if (tooLate) {
                throw tooLate(context, name, failure);
            }
        }
    }

    private void begin(ExtensionContext context, String name) {
        Thread test = Thread.currentThread();
        watch.begin(limit(context), () -> System.err.println("Hung: " + name + "\n" + evidence.save(name)),
                () -> free(test));
    }

    private static Duration limit(ExtensionContext context) {
        Limit longer = context.getRequiredTestClass().getAnnotation(Limit.class);
        return Duration.ofMinutes(longer == null ? Limit.MINUTES : longer.value());
    }

    /** The dialogs go first, so that the UI thread answers; what it does else is interrupted. */
    private static void free(Thread test) {
        Dialogs.breakOpen();
        if (!Ui.answersWithin(UI_ANSWERS)) {
            Display.getDefault().getThread().interrupt();
        }
        test.interrupt();
    }

    /** The failure of a test that was ended; the thread goes on as if it had not been interrupted. */
    private static AssertionFailedError tooLate(ExtensionContext context, String name, Throwable failure) {
        Thread.interrupted();
        return new AssertionFailedError(name + " took longer than " + limit(context).toMinutes()
                + " minutes and was ended; see hung-" + name + ".txt and .png among the screenshots", failure);
    }

    @Override
    public void interceptBeforeAllMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        within(invocation, context, method.getExecutable().getName());
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        within(invocation, context, method.getExecutable().getName());
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        within(invocation, context, method.getExecutable().getName());
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        within(invocation, context, method.getExecutable().getName());
    }

    @Override
    public <T> T interceptTestFactoryMethod(Invocation<T> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        return within(invocation, context, method.getExecutable().getName());
    }

    @Override
    public void interceptDynamicTest(Invocation<Void> invocation, DynamicTestInvocationContext test,
            ExtensionContext context) throws Throwable {
        within(invocation, context, context.getRequiredTestMethod().getName());
    }

    @Override
    public void interceptAfterEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        within(invocation, context, method.getExecutable().getName());
    }

    @Override
    public void interceptAfterAllMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        within(invocation, context, method.getExecutable().getName());
    }
}
