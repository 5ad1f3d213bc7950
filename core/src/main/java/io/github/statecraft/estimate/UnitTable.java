package io.github.statecraft.estimate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;

/** The table {@code units.csv}: how data files write units. */
final class UnitTable {
    static final ImmutableMap<String, Unit.Label> LABELS = read();

    private UnitTable() {}

    private static ImmutableMap<String, Unit.Label> read() {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(
                TextInput.ofResource(Unit.class, "units.csv"),
                ImmutableList.of("label", "unit", "factor", "of"),
                problems);
        problems.throwIfAny();
        ImmutableMap.Builder<String, Unit.Label> labels = ImmutableMap.builder();
        for (CsvTable.Row row : table.rows()) {
            String text = row.cell("label");
            double factor = Double.parseDouble(row.cell("factor"));
            labels.put(text, new Unit.Label(text, Unit.valueOf(row.cell("unit")), factor, row.cell("of")));
        }
        return labels.buildOrThrow();
    }
}
