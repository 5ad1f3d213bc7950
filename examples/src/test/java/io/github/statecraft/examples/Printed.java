package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is printed on the standard output stream. */
final class Printed {
    private static final int WIDTH = 100;

    private Printed() {}

    static String by(ThrowingCallable code) throws Throwable {
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

    static void assertFitsAScreen(String text) {
        assertThat(text).isNotBlank();
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                .as(line)
                .isLessThanOrEqualTo(WIDTH));
    }
}
