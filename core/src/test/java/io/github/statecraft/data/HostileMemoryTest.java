package io.github.statecraft.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * All hostile files, the largest of 100 MB, are refused in 256 MB of heap: a file may have 64 MiB, which are held once, its texts
 * take up to twice that again, and what holds them the rest. The collector is named because others divide their heap and need
 * 384 MB. The timeout only keeps a hanging reader from hanging the build.
 */
class HostileMemoryTest {
    private static final int MEGABYTES = 256;

    @TempDir
    Path directory;

    @TestFactory
    @Timeout(600)
    Stream<DynamicTest> refusesEveryFileInLittleMemory() throws IOException, InterruptedException, URISyntaxException {
        Path output = directory.resolve("output");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MEGABYTES + "m",
                        "-XX:+UseG1GC",
                        "-cp",
                        classPath(),
                        HostileFiles.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = child.waitFor(590, TimeUnit.SECONDS);
        child.destroyForcibly();
        List<String> lines = Files.readAllLines(output);
        assertThat(ended).as("the last lines were %s", lines).isTrue();
        List<String> cases = Stream.of(HostileCases.small(), HostileCases.large())
                .flatMap(List::stream)
                .map(HostileCase::toString)
                .toList();
        List<String> files = lines.subList(Math.min(1, lines.size()), lines.size());
        Stream<DynamicTest> all = Stream.of(
                dynamicTest("the machine has little memory", () -> assertThat(Long.parseLong(lines.get(0)))
                        .isLessThanOrEqualTo((long) MEGABYTES << 20)),
                dynamicTest("there is one line a file", () -> assertThat(files.stream()
                                .map(line ->
                                        Splitter.on(" | ").splitToList(line).get(1)))
                        .containsExactlyElementsOf(cases)),
                dynamicTest("the program ends without an error", () -> assertThat(child.exitValue())
                        .isZero()));
        return Stream.concat(
                all,
                files.stream()
                        .map(line ->
                                dynamicTest(Splitter.on(" | ").splitToList(line).get(1), () -> assertThat(line)
                                        .startsWith("refused | "))));
    }

    /** What this test runs with; on the module path its own classes stand nowhere else but where they lie. */
    private static String classPath() throws URISyntaxException {
        Path classes = Path.of(ReferenceData.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return Stream.of(
                        classes.resolveSibling("test-classes").toString(),
                        classes.toString(),
                        System.getProperty("java.class.path"),
                        System.getProperty("jdk.module.path", ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
