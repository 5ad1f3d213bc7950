package io.github.statecraft.compare;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.numerics.LargestRemainder;
import io.github.statecraft.internal.text.Citations;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.PrintedScale;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.Contribution;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.Scorecard;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.OutputRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a {@link Comparison} prints. */
final class ComparisonTable {
    private static final int DECIMALS = 2;

    private final Comparison comparison;
    private final Scorecard first;
    private final Scorecard second;
    private final ImmutableList<ContributionDifference> differences;
    private final boolean sourced;
    private final PrintedScale scale;
    private final Citations sources = new Citations();

    ComparisonTable(Comparison comparison) {
        this.comparison = comparison;
        first = comparison.first();
        second = comparison.second();
        differences = comparison.differences();
        scale = scale(first.framework(), width());
        sourced = Stream.concat(first.contributions().stream(), second.contributions().stream())
                .anyMatch(c -> c.reading().isPresent() || c.denominator().isPresent());
    }

    @Override
    public String toString() {
        ImmutableList<String> points = printedPoints();
        TextTable.Builder table = TextTable.builder().title(title()).wrapped("indicator");
        for (String name : List.of(comparison.firstName(), comparison.secondName())) {
            table.right(name);
            if (sourced) {
                table.right("year");
            }
            table.right(scale.heading());
        }
        table.right("points");
        if (sourced) {
            table.left("src");
        }
        List<String> same = new ArrayList<>();
        boolean fold =
                first.unit().equals(second.unit()) && differences.stream().anyMatch(d -> !d.isSame());
        for (int i = 0; i < differences.size(); i++) {
            ContributionDifference d = differences.get(i);
            if (fold && d.isSame() && d.points() == 0) {
                same.add(d.indicator());
            } else {
                row(table, Optional.of(d.first()), Optional.of(d.second()), points.get(i));
            }
        }
        addCoverage(table, points);
        table.separator();
        table.row(cells("gap", "", "", shown(first.score()), "", "", shown(second.score()), last(points), ""));
        addNotes(table, points, same);
        sources.list(table);
        return table.note("Methodology fingerprint " + first.fingerprint().substring(0, Comparison.FINGERPRINT_SHOWN)
                        + ".")
                .build()
                .toString();
    }

    /** How scores under a framework are printed; the width decides if they lie on no range. */
    static PrintedScale scale(ScoringFramework framework, double width) {
        ImmutableSet<OutputRange> ranges = framework.outputRanges();
        return PrintedScale.of(
                ranges.stream().mapToDouble(OutputRange::low).toArray(),
                ranges.stream().mapToDouble(OutputRange::high).toArray(),
                width);
    }

    /** The largest magnitude of what is printed: scores, and points. */
    private double width() {
        double points = PrintedScale.magnitude(
                differences.stream().mapToDouble(ContributionDifference::points).toArray());
        return PrintedScale.magnitude(
                first.score(),
                second.score(),
                comparison.firstCoverageEffect(),
                comparison.secondCoverageEffect(),
                points);
    }

    private String title() {
        return described(first, comparison.firstName()) + " against "
                + (first.unit().equals(second.unit())
                        ? comparison.secondName()
                        : described(second, comparison.secondName()))
                + ": " + Comparison.signed(shown(comparison.gap())) + " points\nunder "
                + first.framework().id() + ", version " + first.framework().version() + ", "
                + first.framework().scaleBasis()
                + (first.asOf().equals(second.asOf())
                        ? first.asOf().map(year -> ", as of " + year).orElse("")
                        : "");
    }

    private static String described(Scorecard side, String name) {
        String label = side.label().equals(side.unit()) ? side.unit() : side.label() + " (" + side.unit() + ")";
        return name.equals(side.unit())
                ? label
                : label + ", "
                        + (name.startsWith(side.unit() + " ")
                                ? name.substring(side.unit().length() + 1)
                                : name);
    }

    private void addCoverage(TextTable.Builder table, ImmutableList<String> points) {
        if (comparison.onlyFirst().isEmpty() && comparison.onlySecond().isEmpty()) {
            return;
        }
        table.separator();
        comparison.onlyFirst().forEach(c -> row(table, Optional.of(c), Optional.empty(), ""));
        comparison.onlySecond().forEach(c -> row(table, Optional.empty(), Optional.of(c), ""));
        table.row(effect(comparison.firstName(), points.get(differences.size())));
        table.row(effect(comparison.secondName(), points.get(differences.size() + 1)));
    }

    private String[] effect(String name, String points) {
        return cells("coverage effect, " + name, "", "", "", "", "", "", points, "");
    }

    private void row(
            TextTable.Builder table, Optional<Contribution> left, Optional<Contribution> right, String points) {
        Contribution any = left.or(() -> right).orElseThrow();
        String unit = left.flatMap(Contribution::reading)
                .or(() -> right.flatMap(Contribution::reading))
                .map(r -> ", " + r.unit().symbol())
                .orElse("");
        table.row(cells(
                any.id() + unit,
                left.map(Contribution::valueText).orElse("-"),
                year(left),
                left.map(c -> Numbers.fixed(c.normalised(), scale.decimals(1))).orElse("-"),
                right.map(Contribution::valueText).orElse("-"),
                year(right),
                right.map(c -> Numbers.fixed(c.normalised(), scale.decimals(1))).orElse("-"),
                points,
                Stream.concat(left.stream(), right.stream())
                        .flatMap(c -> Stream.concat(c.reading().stream(), c.denominator().stream()))
                        .flatMap(reading -> reading.observations().stream())
                        .map(observation -> sources.mark(observation.evidence().inShort()))
                        .distinct()
                        .collect(Collectors.joining(" "))));
    }

    private static String year(Optional<Contribution> side) {
        return side.flatMap(Contribution::reading).map(r -> r.year().toString()).orElse("");
    }

    private String[] cells(String... all) {
        return sourced ? all : new String[] {all[0], all[1], all[3], all[4], all[6], all[7]};
    }

    private void addNotes(TextTable.Builder table, ImmutableList<String> points, List<String> same) {
        table.note(how(first.framework()) + " Positive points: " + comparison.firstName() + " is ahead.");
        if (!comparison.onlyFirst().isEmpty() || !comparison.onlySecond().isEmpty()) {
            table.note("Coverage effect: own score minus own score on what both have, for " + comparison.secondName()
                    + " with its sign turned, since its score is subtracted; what counts on one side only is listed without "
                    + "points.");
            addLacking(table, comparison.onlySecond(), first, comparison.firstName());
            addLacking(table, comparison.onlyFirst(), second, comparison.secondName());
        }
        if (!same.isEmpty()) {
            table.note("The same figures on both sides, 0 points: " + String.join(", ", same) + ".");
        }
        addNeither(table);
        if (!first.fitted().equals(second.fitted())) {
            table.note("Each side is on the scale of the table in which it was scored, and the two differ.");
        }
        differences.stream()
                .filter(d -> !same.contains(d.indicator()))
                .flatMap(d -> d.first().denomination().stream().map(rule -> setAgainst(d, rule)))
                .forEach(table::note);
        if (!agreesAsPrinted(points)) {
            table.note("Scores are rounded one by one, so their difference as printed is off by "
                    + BigDecimal.ONE.movePointLeft(scale.decimals(DECIMALS)).toPlainString() + ".");
        }
        ImmutableSet<String> policies = Stream.of(first, second)
                .flatMap(side -> Comparison.policies(side).stream())
                .collect(toImmutableSet());
        if (!policies.isEmpty()) {
            table.note("Observations reconciled by "
                    + (Comparison.policies(first).equals(Comparison.policies(second))
                            ? String.join(", ", policies)
                            : String.join(", ", Comparison.policies(first)) + " (" + comparison.firstName() + ") and "
                                    + String.join(", ", Comparison.policies(second)) + " (" + comparison.secondName()
                                    + ")")
                    + ".");
        }
        table.note("Interval, " + comparison.firstName() + ": " + first.interval() + "; " + comparison.secondName()
                + ": " + second.interval() + ".");
    }

    /** What points are: by what the framework is made of. */
    private static String how(ScoringFramework framework) {
        List<Pillar> pillars = new ArrayList<>();
        collect(framework.index(), pillars);
        boolean isSum = pillars.stream().allMatch(ComparisonTable::isSum);
        boolean isMean = pillars.stream().allMatch(pillar -> isArithmetic(pillar) || isGeometric(pillar));
        String weights = ", weights re-scaled to what both have";
        if (isSum) {
            return "Points: weight times the difference on the common scale" + weights + ".";
        }
        return isMean
                ? "Points: weight times the difference on the common scale" + weights
                        + "; passed through geometric means by logarithmic means."
                : "Points: Shapley values, with the tree as structure of coalitions" + weights + ".";
    }

    private static void collect(Pillar pillar, List<Pillar> pillars) {
        pillars.add(pillar);
        pillar.children().forEach(child -> {
            if (child instanceof Pillar below) {
                collect(below, pillars);
            }
        });
    }

    private static boolean isSum(Pillar pillar) {
        return isArithmetic(pillar)
                || (pillar.normalisation().isEmpty() && pillar.aggregation() instanceof Aggregation.WeightedSum);
    }

    private static boolean isArithmetic(Pillar pillar) {
        return pillar.normalisation().isEmpty() && pillar.aggregation() instanceof Aggregation.Arithmetic;
    }

    private static boolean isGeometric(Pillar pillar) {
        return pillar.normalisation().isEmpty()
                && pillar.aggregation() instanceof Aggregation.Geometric geometric
                && geometric.onZero() == Aggregation.OnZero.REFUSE;
    }

    private static void addLacking(
            TextTable.Builder table, ImmutableList<Contribution> lacking, Scorecard side, String name) {
        if (!lacking.isEmpty()) {
            table.note("Does not count, " + name + ": "
                    + lacking.stream()
                            .map(c -> c.id() + " (" + side.missing().get(c.id()) + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private void addNeither(TextTable.Builder table) {
        String neither = first.missing().keySet().stream()
                .filter(second.missing()::containsKey)
                .map(id -> id + " (" + why(id) + ")")
                .collect(Collectors.joining(", "));
        if (!neither.isEmpty()) {
            table.note("Counts on neither side: " + neither + ".");
        }
    }

    private String why(String id) {
        String one = String.valueOf(first.missing().get(id));
        String other = String.valueOf(second.missing().get(id));
        return one.equals(other)
                ? one
                : comparison.firstName() + ": " + one + "; " + comparison.secondName() + ": " + other;
    }

    /** One indicator that is set against another: the values that count, and those of the other. */
    private String setAgainst(ContributionDifference d, Denomination rule) {
        return d.indicator() + (rule.operation() == Denomination.Operation.PER ? " per " : " times ")
                + rule.indicator()
                + others(d)
                + ": " + ContributionDifference.countedValue(d.first()) + " against "
                + ContributionDifference.countedValue(d.second()) + " " + rule.unit();
    }

    private String others(ContributionDifference d) {
        String both = Stream.of(other(comparison.firstName(), d.first()), other(comparison.secondName(), d.second()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return both.isEmpty() ? "" : " (" + both + ")";
    }

    private static Optional<String> other(String name, Contribution contribution) {
        return contribution
                .denominator()
                .map(r -> name + " " + Numbers.compact(r.estimate().value()) + " in " + r.year());
    }

    /** The points of each line, of the two coverage effects, and of the gap, which add up as printed. */
    private ImmutableList<String> printedPoints() {
        double[] points = new double[differences.size() + 2];
        for (int i = 0; i < differences.size(); i++) {
            points[i] = differences.get(i).points();
        }
        points[differences.size()] = comparison.firstCoverageEffect();
        points[differences.size() + 1] = comparison.secondCoverageEffect();
        ImmutableList<String> printed = isTooLarge()
                ? Arrays.stream(points).mapToObj(this::shown).collect(toImmutableList())
                : LargestRemainder.printed(points, comparison.gap(), scale.decimals(DECIMALS));
        return Stream.concat(printed.stream(), Stream.of(shown(comparison.gap())))
                .map(Comparison::signed)
                .collect(toImmutableList());
    }

    /** Scores this large have no cents, and so have their lines. */
    private boolean isTooLarge() {
        return LargestRemainder.isTooLarge(comparison.gap(), first.score(), second.score());
    }

    private boolean agreesAsPrinted(ImmutableList<String> points) {
        return isTooLarge()
                || new BigDecimal(shown(first.score()))
                                .subtract(new BigDecimal(shown(second.score())))
                                .compareTo(new BigDecimal(last(points)))
                        == 0;
    }

    private String shown(double score) {
        return LargestRemainder.printed(score, scale.decimals(DECIMALS));
    }

    private static String last(ImmutableList<String> points) {
        return points.get(points.size() - 1);
    }
}
