package io.github.statecraft.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;

/** The table {@code attributes.csv}. */
final class AttributeTable {
    static final ImmutableList<Attribute> ALL = read();
    static final ImmutableMap<String, Attribute> BY_ID = Maps.uniqueIndex(ALL, Attribute::id);

    private AttributeTable() {}

    private static ImmutableList<Attribute> read() {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(
                TextInput.ofResource(Attribute.class, "attributes.csv"),
                ImmutableList.of("id", "part", "accessor", "unit", "target", "combination", "name", "definition"),
                problems);
        problems.throwIfAny();
        ImmutableList.Builder<Attribute> attributes = ImmutableList.builder();
        int position = 0;
        for (CsvTable.Row row : table.rows()) {
            attributes.add(attribute(position++, row));
        }
        return attributes.build();
    }

    private static Attribute attribute(int position, CsvTable.Row row) {
        return new Attribute(
                position,
                row.cell("id"),
                row.cell("name"),
                Part.valueOf(row.cell("part")),
                row.cell("accessor"),
                Unit.label(row.cell("unit")),
                row.cell("target").equals("yes"),
                Attribute.Combination.valueOf(row.cell("combination")),
                row.cell("definition"));
    }
}
