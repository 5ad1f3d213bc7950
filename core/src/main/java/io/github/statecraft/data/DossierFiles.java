package io.github.statecraft.data;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.InvalidDataException;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.model.Dossier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Dossiers in and out of directories of CSV tables, in the layout of the bundled reference data:
 *
 * <ul>
 *   <li>{@code observations.csv}: {@value #OBSERVATION_COLUMNS}; two more columns, {@value #RULE_COLUMNS}, may follow for
 *       rules that come and go;
 *   <li>{@code sources.csv}: {@value #SOURCE_COLUMNS};
 *   <li>{@code supplement.csv}, if there is one: second figures, columns as observations;
 *   <li>{@code events.csv}, if there is one: {@value #EVENT_COLUMNS}; two more columns, {@value #EVENT_EVIDENCE_COLUMNS}, may
 *       follow where the evidence is of another kind than the type of the event suggests, or needs a note.
 * </ul>
 *
 * <p>Tables are UTF-8 with exactly these columns in this order and at most 200,000 rows, and end with a line break;
 * {@code observations.csv} and {@code sources.csv} have at least one row. A table that was cut off within a row is
 * therefore refused, but one that was cut off between two rows cannot be told from a whole one; nor can YAML that was
 * cut off between two of its parts. All problems of all tables are reported together. What is written is read back
 * equal. A larger dossier is read in parts, which {@link Dossier#plus} puts together.
 */
public final class DossierFiles {
    /** The columns of observations. */
    public static final String OBSERVATION_COLUMNS =
            "country_iso3,indicator_id,year,value,low,high,spread,unit,source_id,confidence,kind,partial,note";
    /** The two further columns for rules: the first day in force, and the day on which it ends. */
    public static final String RULE_COLUMNS = "in_force_from,in_force_until";
    /** The columns of sources. */
    public static final String SOURCE_COLUMNS = "source_id,title,publisher,year,url,licence,licence_class,accessed";
    /** The columns of events. */
    public static final String EVENT_COLUMNS =
            "event_id,date,date_precision,country_iso3,target_iso3,type,scenario_tag,title,detail,source_id,confidence";

    /** The two further columns for events: the kind of evidence, and its note. */
    public static final String EVENT_EVIDENCE_COLUMNS = "kind,note";

    private DossierFiles() {}

    /**
     * Reads a dossier.
     *
     * @param directory a directory that holds at least {@code observations.csv} and {@code sources.csv}
     * @return the dossier
     * @throws io.github.statecraft.InvalidDataException with all problems of all tables, if there are any
     * @throws UncheckedIOException if a table cannot be read
     */
    public static Dossier read(Path directory) {
        Objects.requireNonNull(directory, "directory");
        Problems problems = new Problems();
        SourceTable sources = input(directory.resolve("sources.csv"), problems)
                .map(input -> SourceTable.read(input, problems))
                .orElseGet(SourceTable::unreadable);
        Dossier.Builder dossier = Dossier.builder();
        ObservationTable reader = new ObservationTable(sources, problems, dossier);
        input(directory.resolve("observations.csv"), problems).ifPresent(input -> reader.read(input, false));
        Path supplement = directory.resolve("supplement.csv");
        if (Files.exists(supplement)) {
            input(supplement, problems).ifPresent(input -> reader.read(input, true));
        }
        Path events = directory.resolve("events.csv");
        if (Files.exists(events)) {
            EventTable eventReader = new EventTable(sources, problems, dossier);
            input(events, problems).ifPresent(eventReader::read);
        }
        problems.throwIfAny();
        return dossier.build();
    }

    /**
     * Reads observations from texts.
     *
     * @param observations a table with the columns of {@code observations.csv}
     * @param sources a table with the columns of {@code sources.csv}
     * @return the dossier
     * @throws io.github.statecraft.InvalidDataException with all problems of both tables, if there are any
     */
    public static Dossier parse(String observations, String sources) {
        Objects.requireNonNull(observations, "observations");
        Objects.requireNonNull(sources, "sources");
        Problems problems = new Problems();
        SourceTable known = input(() -> TextInput.of("sources", sources), problems)
                .map(input -> SourceTable.read(input, problems))
                .orElseGet(SourceTable::unreadable);
        Dossier.Builder dossier = Dossier.builder();
        input(() -> TextInput.of("observations", observations), problems)
                .ifPresent(input -> new ObservationTable(known, problems, dossier).read(input, false));
        problems.throwIfAny();
        return dossier.build();
    }

    private static Optional<TextInput> input(Path path, Problems problems) {
        return input(() -> TextInput.of(path), problems);
    }

    /** A text; none, and a problem, if it is empty or not UTF-8, so that the other tables are read all the same. */
    private static Optional<TextInput> input(Supplier<TextInput> text, Problems problems) {
        try {
            return Optional.of(text.get());
        } catch (InvalidDataException e) {
            e.problems()
                    .forEach(p -> problems.add(
                            new Problems.Position(p.source(), 0, 0, p.location()), p.rule(), p.found(), p.remedy()));
            return Optional.empty();
        }
    }

    /**
     * Writes a dossier.
     *
     * @param dossier the dossier
     * @param directory where to write its tables; made if it does not exist, tables in it are replaced
     * @throws IllegalArgumentException if there is no observation that is not supplementary, a source has no id, two
     *     sources or events have the same one, or there is a bloc that the bundled data does not know: the tables could
     *     not be read back
     * @throws UncheckedIOException if a table cannot be written
     */
    public static void write(Dossier dossier, Path directory) {
        DossierWriter tables = new DossierWriter(dossier);
        ImmutableMap<String, String> files = tables.files();
        try {
            Files.createDirectories(directory);
            for (String name : DossierWriter.NAMES) {
                Files.deleteIfExists(directory.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory + ": " + e, e);
        }
        files.forEach((name, text) -> FrameworkFiles.writeText(directory.resolve(name), text));
    }
}
