package io.github.statecraft.data;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.model.Dossier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Dossiers in and out of directories of CSV tables, in the layout of the bundled reference data:
 *
 * <ul>
 *   <li>{@code observations.csv}: {@value #OBSERVATION_COLUMNS}; two more columns, {@value #RULE_COLUMNS}, may follow for
 *       rules that come and go;
 *   <li>{@code sources.csv}: {@value #SOURCE_COLUMNS};
 *   <li>{@code supplement.csv}, if there is one: second figures, columns as observations;
 *   <li>{@code events.csv}, if there is one: {@value #EVENT_COLUMNS}.
 * </ul>
 *
 * <p>Tables are UTF-8 with exactly these columns in this order. All problems of all tables are reported together. What is
 * written is read back equal.
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
        Problems problems = new Problems();
        ImmutableMap<String, Source> sources =
                SourceTable.read(TextInput.of(directory.resolve("sources.csv")), problems);
        Dossier.Builder dossier = Dossier.builder();
        ObservationTable reader = new ObservationTable(sources, problems, dossier);
        reader.read(TextInput.of(directory.resolve("observations.csv")), false);
        Path supplement = directory.resolve("supplement.csv");
        if (Files.exists(supplement)) {
            reader.read(TextInput.of(supplement), true);
        }
        Path events = directory.resolve("events.csv");
        if (Files.exists(events)) {
            EventTable.read(TextInput.of(events), sources, problems, dossier);
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
        Problems problems = new Problems();
        ImmutableMap<String, Source> known = SourceTable.read(TextInput.of("sources", sources), problems);
        Dossier.Builder dossier = Dossier.builder();
        new ObservationTable(known, problems, dossier).read(TextInput.of("observations", observations), false);
        problems.throwIfAny();
        return dossier.build();
    }

    /**
     * Writes a dossier.
     *
     * @param dossier the dossier
     * @param directory where to write its tables; made if it does not exist, tables in it are replaced
     * @throws IllegalArgumentException if a source has no id, or two sources have the same one
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
