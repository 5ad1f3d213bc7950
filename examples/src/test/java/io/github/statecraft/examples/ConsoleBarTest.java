package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleBarTest {
    @Test
    void showsWhatIsBeingDoneAndHowFarItIs() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        try (ConsoleBar bar = ConsoleBar.of("counting", new PrintStream(drawn, true, StandardCharsets.UTF_8))) {
            bar.report(3, 4);
        }
        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .contains("counting")
                .contains("75%")
                .contains("3/4");
    }
}
