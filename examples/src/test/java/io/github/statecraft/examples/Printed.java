package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is printed on the standard output stream. */
public final class Printed {
    private static final int WIDTH = 100;

    private Printed() {}

    /**
     * Runs a program.
     *
     * @param main its main method
     * @param args what it is started with
     * @return what it wrote to the standard output
     */
    public static String by(Consumer<String[]> main, String... args) {
        try {
            return during(() -> main.accept(args));
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Runs code.
     *
     * @param code what to run
     * @return what it wrote to the standard output
     * @throws Throwable what the code throws
     */
    public static String during(ThrowingCallable code) throws Throwable {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            code.call();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    public static void assertFitsAScreen(String text) {
        assertThat(text).isNotBlank();
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                .as(line)
                .isLessThanOrEqualTo(WIDTH));
    }
}
