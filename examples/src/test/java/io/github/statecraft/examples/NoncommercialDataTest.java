package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.data.DossierFiles;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.Jurisdiction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The data for non-commercial use is added with one call, names its owners, and is not in the jar. */
class NoncommercialDataTest {
    private static final ReferenceData BUNDLED = ReferenceData.load();
    private static final Dossier MORE = DossierFiles.read(ExampleFiles.NONCOMMERCIAL);

    private static Stream<Observation> observations(Dossier dossier) {
        return dossier.jurisdictions().stream()
                .flatMap(j -> dossier.attributes().stream().flatMap(a -> dossier.observations(j, a).stream()));
    }

    private static Map<String, Source> sources() {
        Map<String, Source> sources = new TreeMap<>();
        observations(MORE)
                .map(o -> o.evidence().source())
                .forEach(source -> sources.put(source.id().orElseThrow(), source));
        return sources;
    }

    // counts of the published tables: rows of observations.csv and sources.csv, and distinct indicator ids
    @Test
    void isReadWithoutAProblem() {
        assertThat(MORE.size()).isEqualTo(1_032);
        assertThat(MORE.attributes()).hasSize(22);
        assertThat(sources()).hasSize(8);
        assertThat(sources().values()).allMatch(source -> source.licenceClass() == LicenceClass.NONCOMMERCIAL);
    }

    @Test
    void isAddedWithOneCallAndLeftOutWithAnother() {
        ReferenceData both = BUNDLED.plus(MORE);
        assertThat(both.dossier().size()).isEqualTo(2_127 + 1_032);
        // every one of the 80 attributes has a value somewhere
        assertThat(both.dossier().attributes()).containsExactlyElementsOf(Attribute.all());
        assertThat(both.strategies()).hasSize(42);
        assertThat(both.strategy("CHN").deployment().patents().observations()).isNotEmpty();
        assertThat(both.openLicensedOnly().dossier())
                .isEqualTo(BUNDLED.openLicensedOnly().dossier());
    }

    @Test
    void nothingOfItIsBundled() {
        assertThat(BUNDLED.dossier().attributes()).doesNotContainAnyElementsOf(MORE.attributes());
        assertThat(observations(BUNDLED.dossier()))
                .isNotEmpty()
                .noneMatch(o -> o.evidence().source().licenceClass() == LicenceClass.NONCOMMERCIAL);
        for (String table : List.of("noncommercial/observations.csv", "noncommercial/sources.csv")) {
            assertThat(ReferenceData.class.getResource(table)).isNull();
        }
        assertThat(ReferenceData.class.getResource("reference/observations.csv"))
                .isNotNull();
    }

    @Test
    void theNoticeNamesEachOwnerWhatIsTheirsAndTheTerms() throws IOException {
        String notice = Files.readString(ExampleFiles.NONCOMMERCIAL.resolve("NOTICE"));
        assertThat(notice.replaceAll("\\s+", " "))
                .contains("non-commercial use only", "not covered by the Apache licence", "never inside the core jar");
        sources().forEach((id, source) -> {
            int start = notice.indexOf("\n" + id + "\n");
            assertThat(start).as(id).isPositive();
            int end = notice.indexOf("\n\n", start);
            String entry =
                    notice.substring(start, end < 0 ? notice.length() : end).replaceAll("\\s+", " ");
            assertThat(entry)
                    .contains(
                            "Owner: " + source.publisher(),
                            "Title: " + source.title(),
                            "Terms: " + source.licence().orElseThrow() + ".",
                            source.link().orElseThrow());
            for (Attribute attribute : MORE.attributes()) {
                long rows = MORE.jurisdictions().stream()
                        .flatMap((Jurisdiction j) -> MORE.observations(j, attribute).stream())
                        .filter(o -> o.evidence().source().equals(source))
                        .count();
                if (rows > 0) {
                    assertThat(entry).contains(attribute.id() + " " + rows);
                }
            }
        });
    }

    @Test
    void theReadmeGivesTheOneCall() throws IOException {
        assertThat(Files.readString(ExampleFiles.NONCOMMERCIAL.resolve("README.md")))
                .contains("ReferenceData.load().plus(DossierFiles.read(Path.of(\"examples/data/noncommercial\")))");
    }
}
