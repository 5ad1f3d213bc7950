package io.github.statecraft.guard;

import com.google.common.base.MoreObjects;
import com.google.common.base.Stopwatch;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.math.DoubleMath;
import com.google.common.primitives.Doubles;
import java.io.ByteArrayOutputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.DecimalFormat;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.DoubleSummaryStatistics;
import java.util.Formatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.DoubleUnaryOperator;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Breaks every rule of {@link BytecodeRule}, so that the scanner can be seen to notice. Nothing here is ever run. */
final class Forbidden {
    private Forbidden() {}

    record Pair(String name, double value) {}

    record Maybe(Optional<Double> value) {}

    static Object mathematics(double x) {
        DoubleUnaryOperator byReference = Math::exp;
        return List.of(byReference, Math.log(x), Math.round(x), DoubleMath.log2(x));
    }

    static Object summation(DoubleStream numbers, List<Double> boxed) {
        return List.of(
                numbers.sum(),
                boxed.stream().collect(Collectors.averagingDouble(x -> x)),
                new DoubleSummaryStatistics(),
                new DoubleAdder());
    }

    static Object hashOrder(Stream<String> names) {
        return List.of(
                Map.of("a", Set.of("b")),
                names.collect(Collectors.toSet()),
                names.collect(Collectors.toMap(x -> x, x -> x)),
                names.collect(Collectors.groupingBy(x -> x)),
                new HashMap<String, String>(),
                new ConcurrentHashMap<String, String>(),
                com.google.common.collect.Maps.<String, String>newHashMap(),
                HashMultimap.<String, String>create(),
                System.identityHashCode(names));
    }

    static Object locale(String text, PrintWriter writer) {
        return List.of(
                Locale.getDefault(),
                String.format("%s", text),
                text.toUpperCase(),
                new Formatter(),
                new DecimalFormat("0.0"),
                DateTimeFormatter.ofPattern("yyyy"),
                new DateTimeFormatterBuilder().toFormatter(),
                writer.printf("%s", text),
                new Scanner(text));
    }

    static Object charset(byte[] bytes, InputStream in, ByteArrayOutputStream out) throws IOException {
        return List.of(
                new String(bytes),
                new FileReader("name"),
                new InputStreamReader(in),
                new PrintWriter(out),
                out.toString(),
                Charset.defaultCharset());
    }

    static Object doubleAsText(double x, String name, PrintWriter writer, double... more) {
        writer.print(x);
        return List.of(
                Double.toString(x),
                String.valueOf(x),
                new StringBuilder().append(x),
                BigDecimal.valueOf(x),
                Arrays.toString(more),
                Doubles.join(",", more),
                MoreObjects.toStringHelper("it").add("x", x),
                name + x);
    }

    static Object chanceAndClock(List<String> names) {
        Collections.shuffle(names);
        return List.of(
                StrictMath.random(),
                new Random(7),
                new SecureRandom(),
                System.nanoTime(),
                Year.now(),
                new Date(),
                Stopwatch.createUnstarted());
    }

    static Object surroundings(Exception e) {
        System.out.println("printed");
        e.printStackTrace();
        return List.of(
                System.getenv("HOME"), System.lineSeparator(), Integer.getInteger("n"), Logger.getLogger("name"));
    }

    /** What looks similar and is the same everywhere. */
    static final class Harmless {
        private Harmless() {}

        record Named(String name, double value) {
            @Override
            public String toString() {
                return name;
            }
        }

        static Object all(double x, String name, List<String> names, byte[] bytes) {
            StringBuilder text = new StringBuilder(name).append('c').append(1L).append(name + 1 + names);
            return List.of(
                    Math.sqrt(x) + Math.fma(x, x, x) + StrictMath.exp(x),
                    Math.toIntExact(Math.floorMod(5L, 3L)),
                    names.stream().collect(Collectors.toMap(n -> n, n -> n, (a, b) -> a, LinkedHashMap::new)),
                    names.stream().collect(Collectors.groupingBy(n -> n, TreeMap::new, Collectors.toList())),
                    Map.entry(name, name),
                    ImmutableMap.of(name, ImmutableList.of(name)),
                    String.format(Locale.ROOT, "%.2f", x),
                    name.toLowerCase(Locale.ROOT),
                    new String(bytes, StandardCharsets.UTF_8),
                    new BigDecimal(x),
                    Double.toHexString(x),
                    text);
        }
    }
}
