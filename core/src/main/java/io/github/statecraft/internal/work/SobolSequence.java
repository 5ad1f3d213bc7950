package io.github.statecraft.internal.work;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;

/**
 * Sobol' low-discrepancy points in the unit cube, in the order of the Gray code, made random by seed. Of the first
 * 2<sup>m</sup> points, as of every later run of as many that starts at a multiple of it, exactly one lies in each of the
 * 2<sup>m</sup> equal parts of every axis; in two neighbouring dimensions they are spread more evenly than random ones.
 *
 * <p>Source: I. M. Sobol', USSR Comput. Math. Math. Phys. 7 (1967) 86-112; I. A. Antonov and V. M. Saleev, ibid. 19 (1979)
 * 252-256 (Gray code); direction numbers: S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional
 * projections", SIAM J. Sci. Comput. 30 (2008) 2635-2654, set D(6), file new-joe-kuo-6. Immutable and thread-safe.
 */
public final class SobolSequence {
    /** As many dimensions as the resource {@code sobol-directions.csv} has direction numbers for. */
    public static final int MOST_DIMENSIONS = 1_000;

    /** Points that differ: 2 to this power. */
    private static final int LEVELS = 31;

    /** Directions by dimension and bit, in the uppermost bits. */
    private final long[][] directions;

    private final long[] shift;

    private SobolSequence(long[][] directions, long[] shift) {
        this.directions = directions;
        this.shift = shift;
    }

    /**
     * The sequence at random: in each dimension the bits of all points go through one random lower triangular matrix, then the
     * same random bits are added, without carry, to all. Every point is then uniform in the cube, and together they stay as even
     * as they were. A shift alone would leave errors that all seeds share, of functions that are symmetric in a coordinate.
     * Source: J. Matousek, "On the L2-discrepancy for anchored boxes", J. Complexity 14 (1998) 527-556.
     *
     * @param dimensions from 1 to {@link #MOST_DIMENSIONS}
     * @param seed of matrices and shifts
     * @return the sequence
     * @throws IllegalArgumentException if there are too many dimensions
     */
    public static SobolSequence of(int dimensions, long seed) {
        long[][] directions = directions(dimensions);
        long[] shift = new long[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            RandomBits bits = RandomBits.of(seed, -1L - dimension);
            shift[dimension] = bits.nextLong();
            scramble(directions[dimension], bits);
        }
        return new SobolSequence(directions, shift);
    }

    /** Every bit of a direction becomes its sum with a random choice of the bits above it. */
    private static void scramble(long[] directions, RandomBits bits) {
        long[] scrambled = new long[LEVELS];
        for (int bit = Long.SIZE - 1; bit >= 0; bit--) {
            long itself = 1L << bit;
            long row = (bits.nextLong() & -itself) | itself;
            for (int level = 0; level < LEVELS; level++) {
                scrambled[level] |= (long) (Long.bitCount(row & directions[level]) & 1) << bit;
            }
        }
        System.arraycopy(scrambled, 0, directions, 0, LEVELS);
    }

    /**
     * The sequence itself. Its first point is the corner at zero, as near as numbers strictly between 0 and 1 come to it.
     *
     * @param dimensions from 1 to {@link #MOST_DIMENSIONS}
     * @return the sequence without anything random
     * @throws IllegalArgumentException if there are too many dimensions
     */
    public static SobolSequence plain(int dimensions) {
        long[][] directions = directions(dimensions);
        return new SobolSequence(directions, new long[dimensions]);
    }

    /**
     * A point. Costs time in proportion to dimensions times bits of the index.
     *
     * @param index from 0
     * @return by dimension a number strictly between 0 and 1
     */
    public double[] point(int index) {
        int gray = index ^ (index >>> 1);
        double[] point = new double[shift.length];
        for (int dimension = 0; dimension < point.length; dimension++) {
            long bits = shift[dimension];
            for (int left = gray; left != 0; left &= left - 1) {
                bits ^= directions[dimension][Integer.numberOfTrailingZeros(left)];
            }
            point[dimension] = RandomBits.open(bits);
        }
        return point;
    }

    private static long[][] directions(int dimensions) {
        if (!(dimensions >= 1 && dimensions <= MOST_DIMENSIONS)) {
            throw new IllegalArgumentException(
                    "SobolSequence.dimensions must be in [1, " + MOST_DIMENSIONS + "] but was " + dimensions);
        }
        long[][] directions = new long[dimensions][LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            directions[0][level] = 1L << (Long.SIZE - 1 - level);
        }
        for (int dimension = 1; dimension < dimensions; dimension++) {
            fill(directions[dimension], Table.ROWS.get(dimension - 1));
        }
        return directions;
    }

    /** The recurrence of a primitive polynomial over the field of two elements: Joe and Kuo 2008, equation 2.2. */
    private static void fill(long[] directions, Polynomial polynomial) {
        int degree = polynomial.degree();
        for (int level = 0; level < LEVELS; level++) {
            if (level < degree) {
                directions[level] = polynomial.initial().get(level) << (Long.SIZE - 1 - level);
                continue;
            }
            long direction = directions[level - degree] ^ (directions[level - degree] >>> degree);
            for (int k = 1; k < degree; k++) {
                boolean isThere = (polynomial.coefficients() >>> (degree - 1 - k) & 1) != 0;
                direction ^= isThere ? directions[level - k] : 0;
            }
            directions[level] = direction;
        }
    }

    /** The inner coefficients of a polynomial, the highest power first, in the bits of a number; and the first m. */
    private record Polynomial(int degree, int coefficients, ImmutableList<Long> initial) {}

    /** The resource, read when it is first needed; the dimensions from the second on. */
    private static final class Table {
        private static final ImmutableList<Polynomial> ROWS = read();

        private Table() {}

        private static ImmutableList<Polynomial> read() {
            Problems problems = new Problems();
            CsvTable table = CsvTable.read(
                    TextInput.ofResource(SobolSequence.class, "sobol-directions.csv"),
                    ImmutableList.of("dimension", "degree", "polynomial", "initial"),
                    problems);
            problems.throwIfAny();
            ImmutableList.Builder<Polynomial> rows = ImmutableList.builder();
            for (CsvTable.Row row : table.rows()) {
                ImmutableList.Builder<Long> initial = ImmutableList.builder();
                for (String number : row.cell("initial").split(" ", -1)) {
                    initial.add(Long.parseLong(number));
                }
                rows.add(new Polynomial(
                        Integer.parseInt(row.cell("degree")),
                        Integer.parseInt(row.cell("polynomial")),
                        initial.build()));
            }
            return rows.build();
        }
    }
}
