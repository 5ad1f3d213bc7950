package io.github.statecraft.data;

import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.model.Attribute;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The unit in which the numbers of an indicator are stated, by the field {@code unit}; without it they are in that of the
 * attribute. Numbers after a treatment that changes the unit, such as a logarithm, are in no unit of the table: beside them
 * the field is refused, since it would be unclear whether it meant the logarithm too.
 */
final class StatedUnit {
    private final Optional<DocumentNode> node;
    private final String owner;
    private final BigDecimal factor;
    private boolean isChanged;
    private boolean isRefused;

    private StatedUnit(Optional<DocumentNode> node, String owner, BigDecimal factor) {
        this.node = node;
        this.owner = owner;
        this.factor = factor;
    }

    /** That of a pillar, whose scores have no unit. */
    static StatedUnit none(String owner) {
        return new StatedUnit(Optional.empty(), owner, BigDecimal.ONE);
    }

    static StatedUnit of(DocumentNode leaf, String owner, Optional<String> indicator) {
        Optional<DocumentNode> node = leaf.optional("unit");
        Optional<Unit.Label> label =
                node.flatMap(n -> n.make(Unit::label, "unit must be a known unit", "Unit.labels() lists all"));
        if (label.isEmpty()) {
            return none(owner);
        }
        if (leaf.has("denomination")) {
            node.get()
                    .report(
                            "goalposts of a denominated indicator must be in the denomination's unit",
                            Problems.quote(label.get().text()),
                            "remove 'unit'");
        }
        Optional<Attribute> attribute = indicator.flatMap(
                id -> Attribute.all().stream().filter(a -> a.id().equals(id)).findFirst());
        if (attribute.isPresent() && !label.get().fits(attribute.get().unitLabel())) {
            node.get()
                    .report(
                            "must be a unit of " + attribute.get().id(),
                            Problems.quote(label.get().text()),
                            "it is in " + attribute.get().unitLabel());
        }
        return new StatedUnit(node, owner, new BigDecimal(label.get().factor()));
    }

    /** What follows is in no unit of the table. */
    void change() {
        isChanged = true;
    }

    /** A number that is in the unit of the value, as the library keeps it. */
    Optional<Double> number(DocumentNode number) {
        if (isChanged && node.isPresent() && !isRefused) {
            isRefused = true;
            node.get()
                    .report(
                            owner
                                    + ": unit must not stand beside numbers that follow a treatment which changes the unit",
                            node.get().describe(),
                            "remove it, and state the numbers before that treatment in the unit of the attribute");
        }
        return number.number(
                        x -> Double.isFinite(x * factor.doubleValue()),
                        DocumentNode.DOUBLE_CAN_HOLD,
                        DocumentNode.CORRECT)
                .flatMap(n -> number.decimal())
                .map(d -> d.multiply(factor).doubleValue());
    }
}
