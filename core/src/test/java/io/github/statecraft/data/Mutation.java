package io.github.statecraft.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.InvalidDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Small changes to a text, such as a slip of the hand makes, and what comes of reading it. */
final class Mutation {
    private static final String CHARACTERS = "{}[]\",:;-+.eE0195xN \n\t\r#&*!|>'%@`~/\\\u0000\u00E9\uFEFF\uD800";

    private Mutation() {}

    static String of(String text, Random random) {
        int at = random.nextInt(text.length());
        String c = String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        switch (random.nextInt(6)) {
            case 0:
                return text.substring(0, at) + text.substring(at + 1);
            case 1:
                return text.substring(0, at) + c + text.substring(at);
            case 2:
                return text.substring(0, at) + c + text.substring(at + 1);
            case 3:
                return lines(text, random, true);
            case 4:
                return lines(text, random, false);
            default:
                return number(text, at, random);
        }
    }

    private static String lines(String text, Random random, boolean swap) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int first = random.nextInt(lines.size());
        int second = random.nextInt(lines.size());
        if (swap) {
            lines.set(first, lines.set(second, lines.get(first)));
        } else {
            lines.add(second, lines.get(first));
        }
        return String.join("\n", lines);
    }

    private static String number(String text, int from, Random random) {
        int at = from;
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        String[] numbers = {"-1", "0", "1e999", "-0", "1e-400", "99999999999999999999", "0.1.2", "NaN", ".5", "1e", "00"
        };
        return at == text.length()
                ? text
                : text.substring(0, at) + numbers[random.nextInt(numbers.length)] + text.substring(at + 1);
    }

    /** Whether a text is refused; it must be refused for a reason, and nothing else must happen but being read. */
    static boolean isRefused(String text, Function<String, ?> reader) {
        try {
            assertThat(reader.apply(text)).isNotNull();
            return false;
        } catch (InvalidDataException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(p -> {
                assertThat(p.rule()).isNotBlank();
                assertThat(p.remedy()).isNotBlank();
                assertThat(p.source()).isNotBlank();
            });
            return true;
        } catch (RuntimeException e) {
            throw new AssertionError("not a problem of the data but " + e + " came of:\n" + text, e);
        }
    }

    /** How many of 3,000 mutations of a framework are refused; one that is read is written and read back equal. */
    static int refusedFrameworks(String text, TextFormat format, long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            refused += isRefused(of(text, random), t -> {
                        var read = FrameworkFiles.parse(t, format);
                        assertThat(FrameworkFiles.parse(FrameworkFiles.format(read, format), format))
                                .isEqualTo(read);
                        return read;
                    })
                    ? 1
                    : 0;
        }
        return refused;
    }
}
