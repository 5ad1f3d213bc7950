package io.github.statecraft.data;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a table of sources. */
final class SourceTable {
    static final ImmutableList<String> COLUMNS =
            ImmutableList.copyOf(Splitter.on(',').split(DossierFiles.SOURCE_COLUMNS));

    /** The nearest is looked for among so many sources; an unknown one is compared with each of them. */
    private static final int COMPARED = 1_000;

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Set<String> unsound = new LinkedHashSet<>();
    private boolean whole = true;

    private SourceTable() {}

    /** A table that cannot be read at all; that was reported. */
    static SourceTable unreadable() {
        SourceTable table = new SourceTable();
        table.whole = false;
        return table;
    }

    static SourceTable read(TextInput input, Problems problems) {
        SourceTable table = new SourceTable();
        CsvTable.Extent extent = CsvTable.read(
                input, COLUMNS, ImmutableList.of(), problems, row -> table.read(new Cells(row, problems)));
        extent.requireRow(problems);
        table.whole = extent.isWhole() && extent.rows() > 0;
        return table;
    }

    private void read(Cells cells) {
        String id = cells.cell("source_id");
        Optional<Source> source = source(cells);
        if (sources.containsKey(id) || unsound.contains(id)) {
            cells.report("source_id", "each source must stand in one row", "remove one, or give it another id");
        } else {
            source.ifPresentOrElse(s -> sources.put(id, s), () -> unsound.add(id));
        }
    }

    /** The source that a row cites. Of sources whose own rows have problems nothing more is reported. */
    Optional<Source> find(Cells cells) {
        Optional<String> id = cells.text("source_id");
        Optional<Source> source = id.map(sources::get);
        if (id.isPresent() && source.isEmpty() && whole && !unsound.contains(id.get())) {
            String nearest = Problems.nearest(id.get(), Iterables.limit(sources.keySet(), COMPARED));
            cells.report("source_id", "must stand in sources.csv", nearest.isEmpty() ? "add it there" : nearest);
        }
        return source;
    }

    private static Optional<Source> source(Cells cells) {
        Optional<String> id = cells.text("source_id");
        Optional<String> title = cells.text("title");
        Optional<String> publisher = cells.text("publisher");
        Optional<Year> year = cells.isEmpty("year") ? Optional.empty() : cells.year("year");
        Optional<LicenceClass> licenceClass = cells.isEmpty("licence_class")
                ? Optional.of(LicenceClass.UNSTATED)
                : cells.constant("licence_class", LicenceClass.class, Cells::lowerCase);
        Optional<LocalDate> accessed = cells.dayIfAny("accessed");
        if (id.isEmpty()
                || title.isEmpty()
                || publisher.isEmpty()
                || licenceClass.isEmpty()
                || cells.isEmpty("year") != year.isEmpty()
                || cells.isEmpty("accessed") != accessed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Source.builder()
                .id(id)
                .title(title.get())
                .publisher(publisher.get())
                .year(year)
                .link(cells.textIfAny("url"))
                .licence(cells.textIfAny("licence"))
                .accessed(accessed)
                .licenceClass(licenceClass.get())
                .build());
    }
}
