package io.github.statecraft.guard;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.guard.ImportFloors.Import;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library's packages import downwards only, stay small and say what lives in them. */
class ImportFloorsTest {
    private static final int MOST_PUBLIC_TYPES = 20;
    private static final int MOST_LINES = 500;

    /** A line of {@code jdeps -v}: {@code   a.B$C -> java.lang.String java.base}. */
    private static final Pattern EDGE = Pattern.compile("^ {3}(\\S+) +-> (\\S+) .*$");

    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.*]+);$");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public (?:\\w+[- ])*?(?:class|interface|@interface|enum|record) \\w+.*$");
    private static final Pattern DOCUMENTED_PACKAGE =
            Pattern.compile("\\A\\s*/\\*\\*\\s.*?[A-Za-z].*?\\*/.*?\\bpackage [\\w.]+;.*\\z", Pattern.DOTALL);

    @Test
    void compiledClassesImportDownwardsOnly() {
        List<Import> imports = new ArrayList<>();
        // The folder below the root, for jdeps would resolve the modules that module-info requires.
        for (String line : CoreTree.output(
                        "jdeps", List.of("-v", CoreTree.classes().resolve("io").toString()))
                .split("\\R")) {
            Matcher edge = EDGE.matcher(line);
            if (edge.matches()) {
                imports.add(new Import(edge.group(1), edge.group(2)));
            }
        }
        assertThat(imports).contains(new Import(ImportFloors.BASE + ".InvalidDataException", "java.util.List"));
        assertThat(ImportFloors.violations(imports)).isEmpty();
    }

    /** Constants are copied into the classes that use them, and Javadoc leaves no trace: sources show both. */
    @Test
    void sourcesImportDownwardsOnly() throws IOException {
        List<Import> imports = new ArrayList<>();
        for (Path file : sources()) {
            String user = CoreTree.sources().relativize(file).toString();
            for (String line : Files.readAllLines(file)) {
                Matcher imported = IMPORT.matcher(line);
                if (imported.matches() && !user.equals("module-info.java")) {
                    imports.add(new Import(
                            user.substring(0, user.length() - ".java".length()).replaceAll("[/\\\\]", "."),
                            imported.group(1)));
                }
            }
        }
        assertThat(imports).isNotEmpty();
        assertThat(ImportFloors.violations(imports)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidDataException,        com.google.common.collect.ImmutableList",
        "InvalidDataException,        io.github.statecraft.estimate.Unit",
        "InvalidDataException,        io.github.statecraft.internal.text.TextTable",
        "estimate.Estimate,           io.github.statecraft.model.FundingModel",
        "estimate.Estimate,           tools.jackson.databind.ObjectMapper",
        "estimate.Estimate,           org.ojalgo.matrix.MatrixR064",
        "model.FundingModel$Builder,  io.github.statecraft.score.Scorecard$Line",
        "score.ScoringFramework,      io.github.statecraft.project.Projection",
        "project.Projection,          io.github.statecraft.score.ScoringFramework",
        "compare.Comparison,          io.github.statecraft.robustness.Smaa",
        "compare.Comparison,          io.github.statecraft.project.Projection",
        "robustness.Smaa,             io.github.statecraft.claim.Claim",
        "robustness.Smaa,             io.github.statecraft.project.Projection",
        "claim.Claim,                 io.github.statecraft.data.ReferenceData",
        "data.ReferenceData,          io.github.statecraft.report.Report",
        "data.ReferenceData,          io.github.statecraft.robustness.Smaa",
        "report.Report,               io.github.statecraft.data.ReferenceData",
        "internal.text.TextTable,     io.github.statecraft.estimate.Unit",
        "internal.text.TextTable,     tools.jackson.core.JsonGenerator",
        "score.Scorecard,             org.slf4j.Logger",
        "score.Scorecard,             jdk.internal.misc.Unsafe",
        "score.deeper.Scorecard,      java.util.List",
        "score.deeper.Scorecard,      io.github.statecraft.score.deeper.Line",
    })
    void catchesAPlantedImport(String from, String to) {
        assertThat(violations(from, to)).singleElement().asString().contains(to);
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidDataException,        java.util.List",
        "package-info,                org.jspecify.annotations.NullMarked",
        "InvalidDataException,        io.github.statecraft.InvalidDataException$Problem",
        "internal.input.Reader,         io.github.statecraft.InvalidDataException",
        "internal.input.Reader,         tools.jackson.dataformat.csv.CsvMapper",
        "internal.linear.Programme,   org.ojalgo.optimisation.ExpressionsBasedModel",
        "internal.text.TextTable,     io.github.statecraft.internal.numeric.Digits",
        "estimate.Estimate,           io.github.statecraft.internal.numeric.Digits",
        "model.FundingModel,          com.google.common.collect.ImmutableList",
        "model.FundingModel,          org.immutables.value.Value$Check",
        "robustness.Smaa,             io.github.statecraft.Progress",
        "claim.Claim,                 io.github.statecraft.project.Projection",
        "data.ReferenceData,          tools.jackson.databind.ObjectMapper",
        "report.Report,               io.github.statecraft.claim.Verdict",
    })
    void letsAnImportDownwardsPass(String from, String to) {
        assertThat(violations(from, to)).isEmpty();
    }

    @Test
    void noPackageHasMoreThanTwentyPublicTypes() throws IOException {
        List<String> packages = new ArrayList<>();
        for (Path file : sources()) {
            if (Files.readAllLines(file).stream()
                    .anyMatch(line -> PUBLIC_TYPE.matcher(line).matches())) {
                packages.add(folder(file));
            }
        }
        Map<String, Long> crowded = new TreeMap<>(packages.stream().collect(groupingBy(name -> name, counting())));
        assertThat(crowded).isNotEmpty();
        crowded.values().removeIf(types -> types <= MOST_PUBLIC_TYPES);
        assertThat(crowded)
                .as("packages with more than %d public types", MOST_PUBLIC_TYPES)
                .isEmpty();
    }

    @Test
    void noSourceFileHasMoreThanFiveHundredLines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (String module : List.of("core", "examples")) {
            for (Path file :
                    CoreTree.files(CoreTree.repository().resolve(module).resolve("src"), ".java")) {
                int lines = Files.readAllLines(file).size();
                if (lines > MOST_LINES) {
                    tooLong.add(file.getFileName() + " has " + lines + " lines");
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyPackageSaysWhatLivesThere() throws IOException {
        List<String> silent = new ArrayList<>();
        for (String folder :
                sources().stream().map(ImportFloorsTest::folder).distinct().toList()) {
            Path description = CoreTree.sources().resolve(folder).resolve("package-info.java");
            if (!folder.isEmpty()
                    && !(Files.exists(description)
                            && DOCUMENTED_PACKAGE
                                    .matcher(Files.readString(description))
                                    .matches())) {
                silent.add(folder);
            }
        }
        assertThat(silent).as("packages without a documented package-info").isEmpty();
    }

    private static List<String> violations(String from, String to) {
        return ImportFloors.violations(List.of(new Import(ImportFloors.BASE + "." + from, to)));
    }

    private static List<Path> sources() {
        return CoreTree.files(CoreTree.sources(), ".java");
    }

    private static String folder(Path file) {
        return CoreTree.sources().relativize(file).getParent() == null
                ? ""
                : CoreTree.sources().relativize(file).getParent().toString();
    }
}
