package io.github.statecraft.data;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a table of sources. */
final class SourceTable {
    static final ImmutableList<String> COLUMNS =
            ImmutableList.copyOf(Splitter.on(',').split(DossierFiles.SOURCE_COLUMNS));

    private SourceTable() {}

    static ImmutableMap<String, Source> read(TextInput input, Problems problems) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (CsvTable.Row row : CsvTable.read(input, COLUMNS, problems).rows()) {
            Cells cells = new Cells(row, problems);
            Optional<Source> source = source(cells);
            if (source.isPresent() && sources.putIfAbsent(row.cell("source_id"), source.get()) != null) {
                cells.report("source_id", "each source must stand in one row", "remove one, or give it another id");
            }
        }
        return ImmutableMap.copyOf(sources);
    }

    private static Optional<Source> source(Cells cells) {
        Optional<String> id = cells.text("source_id");
        Optional<String> title = cells.text("title");
        Optional<String> publisher = cells.text("publisher");
        Optional<Year> year = cells.isEmpty("year") ? Optional.empty() : cells.year("year");
        Optional<LicenceClass> licenceClass = cells.isEmpty("licence_class")
                ? Optional.of(LicenceClass.UNSTATED)
                : cells.constant("licence_class", LicenceClass.class, Cells::lowerCase);
        if (id.isEmpty() || title.isEmpty() || publisher.isEmpty() || licenceClass.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Source.builder()
                .id(id)
                .title(title.get())
                .publisher(publisher.get())
                .year(year)
                .link(cells.textIfAny("url"))
                .licence(cells.textIfAny("licence"))
                .accessed(cells.dayIfAny("accessed"))
                .licenceClass(licenceClass.get())
                .build());
    }
}
