package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.audit.AuditWarning;
import io.github.statecraft.audit.StatisticalAudit;
import io.github.statecraft.data.DossierFiles;
import io.github.statecraft.data.FrameworkFiles;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.ScoringFramework;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code core/docs/audit.md} shows what audits print, and answers every warning. A block of text must stand in what the audit of
 * its section prints, line by line; the items of a section must be its warnings, each once; each list must be answered.
 */
class AuditDocumentTest {
    private static final ReferenceData REF = ReferenceData.load();
    private static final Pattern BLOCK = Pattern.compile("^```text\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern WITHOUT =
            Pattern.compile("(\\w+) and (\\w+) then correlate (-?\\d\\.\\d\\d) over (\\d+) countries");
    private static final Pattern EFFECT = Pattern.compile("(\\w+) then has (\\d+)% of the effect");
    private static final List<String> GIANTS = List.of("CHN", "IND", "USA");
    private static final List<String> ANSWERS = List.of("**Stays.**", "**A defect.**", "**Open.**");

    /** A section of the document with the framework and the strategies that it is about. */
    private record Section(String id, String text, ScoringFramework framework, List<NationalAiStrategy> strategies) {
        StatisticalAudit audit() {
            return StatisticalAudit.of(framework.scoreAll(strategies));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Section> sections() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String section : document().split("(?m)^## ")) {
            texts.put(section.lines().findFirst().orElse(""), section);
        }
        List<Section> sections = new ArrayList<>();
        for (ScoringFramework framework : REF.frameworks()) {
            sections.add(section(texts, framework, REF.strategies()));
        }
        sections.add(section(texts, FrameworkFiles.read(ExampleFiles.PREPARED_STATE), REF.strategies()));
        sections.add(section(
                texts,
                FrameworkFiles.read(ExampleFiles.SELF_RELIANCE),
                REF.plus(DossierFiles.read(ExampleFiles.NONCOMMERCIAL)).strategies().stream()
                        .map(strategy -> strategy.withAsOf(OpenLicensed.CHIP_CHAIN))
                        .toList()));
        return sections.stream();
    }

    private static Section section(
            Map<String, String> texts, ScoringFramework framework, List<NationalAiStrategy> strategies) {
        assertThat(texts).containsKey(framework.id());
        return new Section(framework.id(), texts.getOrDefault(framework.id(), ""), framework, strategies);
    }

    private static String document() throws IOException {
        Path root = Files.exists(Path.of("core", "docs")) ? Path.of("") : Path.of("..");
        return Files.readString(root.resolve("core").resolve("docs").resolve("audit.md"));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void itsNumbersAreThoseThatComeOut(Section section) {
        List<String> printed = section.audit().toString().lines().toList();
        List<String> shown = BLOCK.matcher(section.text())
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
        assertThat(shown).hasSizeGreaterThan(8);
        assertThat(printed).containsAll(shown);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everyWarningIsAnswered(Section section) {
        List<String> items = new ArrayList<>();
        boolean open = false;
        for (String paragraph : BLOCK.matcher(section.text()).replaceAll("").split("\n\n+")) {
            if (paragraph.startsWith("- ")) {
                assertThat(open)
                        .as("a list without an answer before: %s", paragraph)
                        .isFalse();
                for (String item : paragraph.substring(2).split("\n- ")) {
                    items.add(item.strip().replaceAll("\\s+", " "));
                }
                open = true;
            } else if (open) {
                assertThat(paragraph).satisfies(text -> assertThat(ANSWERS).anyMatch(text::startsWith));
                open = false;
            }
        }
        assertThat(open).as("the last list is answered").isFalse();
        assertThat(items)
                .containsExactlyInAnyOrderElementsOf(section.audit().warnings().stream()
                        .map(AuditWarning::sentence)
                        .toList());
    }

    /** Correlations and effective shares without the three largest countries, where the document quotes them. */
    @Test
    void whatItSaysWithoutTheThreeLargestCountriesComesOut() throws IOException {
        List<String> quoted = new ArrayList<>();
        sections().forEach(section -> {
            StatisticalAudit without = StatisticalAudit.of(section.framework()
                    .scoreAll(section.strategies().stream()
                            .filter(s -> !GIANTS.contains(s.jurisdiction().code()))
                            .toList()));
            WITHOUT.matcher(section.text().replace("`", "").replaceAll("\\s+", " "))
                    .results()
                    .forEach(quote -> {
                        var correlation = without.correlation(quote.group(1), quote.group(2));
                        assertThat(correlation.toString()).as(quote.group()).endsWith("(" + quote.group(4) + " units)");
                        assertThat(correlation.value().orElseThrow())
                                .as(quote.group())
                                .isCloseTo(Double.parseDouble(quote.group(3)), within(0.00501));
                        quoted.add(quote.group());
                    });
            EFFECT.matcher(section.text().replace("`", "").replaceAll("\\s+", " "))
                    .results()
                    .forEach(quote -> {
                        double share = without.node(quote.group(1))
                                .effectiveShare()
                                .value()
                                .orElseThrow();
                        assertThat(Math.round(100 * share)).as(quote.group()).isEqualTo(Long.parseLong(quote.group(2)));
                        quoted.add(quote.group());
                    });
        });
        assertThat(quoted).hasSizeGreaterThan(12);
    }
}
