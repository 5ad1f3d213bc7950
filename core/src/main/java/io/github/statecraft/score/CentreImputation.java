package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills gaps of a column with the mean or median of the known numbers, its donors: of all, or of the row's own group. The
 * methods {@code i_mean}, {@code i_median}, {@code i_mean_grp} and {@code i_median_grp} of COINr 1.1.14.
 *
 * <p>The spread is that of donors around the centre of their own group, all groups together, so that small groups have one
 * too. A donor alone in its group is its own centre, tells nothing of spread and is left out. Pure functions.
 */
enum CentreImputation {
    /** By the arithmetic mean. */
    MEAN {
        @Override
        double centre(double[] donors) {
            return Statistics.mean(donors);
        }
    },
    /** By the median. */
    MEDIAN {
        @Override
        double centre(double[] donors) {
            return Statistics.median(donors);
        }
    };

    private static final String EVERYBODY = "";

    /** The centre of at least one donor. */
    abstract double centre(double[] donors);

    /**
     * Fills every gap with the centre of all donors.
     *
     * @param column numbers, NaN where missing
     * @return the filled gaps; none if no number is known
     * @throws IllegalArgumentException if a number is infinite
     */
    Imputed overall(double[] column) {
        String[] one = new String[column.length];
        Arrays.fill(one, EVERYBODY);
        return byGroup(column, one);
    }

    /**
     * Fills each gap with the centre of the donors in its own group. A gap without a group, or in a group without donors,
     * stays; a donor without a group gives nothing.
     *
     * @param column numbers, NaN where missing
     * @param groups the group of each row, null where it has none
     * @return the filled gaps
     * @throws IllegalArgumentException if the lengths differ or a number is infinite
     */
    Imputed byGroup(double[] column, @Nullable String[] groups) {
        if (column.length != groups.length) {
            throw new IllegalArgumentException("CentreImputation." + name() + " needs a group for each row but got "
                    + groups.length + " groups for " + column.length + " rows");
        }
        Map<String, List<Double>> donors = donors(column, groups);
        Map<String, Double> centres = new LinkedHashMap<>();
        List<Double> residuals = new ArrayList<>();
        donors.forEach((group, numbers) -> {
            double centre = centre(array(numbers));
            centres.put(group, centre);
            if (numbers.size() > 1) {
                numbers.forEach(number -> residuals.add(number - centre));
            }
        });
        Optional<DonorSpread> spread = DonorSpread.of(array(residuals));
        Imputed.Filling filling = new Imputed.Filling(column.length);
        for (int row = 0; row < column.length; row++) {
            String group = groups[row];
            Double centre = group == null ? null : centres.get(group);
            if (Double.isNaN(column[row]) && centre != null) {
                filling.put(row, centre, spread);
            }
        }
        return filling.done();
    }

    private static Map<String, List<Double>> donors(double[] column, @Nullable String[] groups) {
        Map<String, List<Double>> donors = new LinkedHashMap<>();
        for (int row = 0; row < column.length; row++) {
            String group = groups[row];
            if (group != null && !Double.isNaN(column[row])) {
                donors.computeIfAbsent(group, name -> new ArrayList<>()).add(column[row]);
            }
        }
        return donors;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
