package io.github.statecraft.internal.numerics;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.text.Numbers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.RawStore;

/**
 * The eigenvalues and eigenvectors of a real symmetric matrix, largest eigenvalue first.
 *
 * <p>ojAlgo reduces the matrix to tridiagonal form by Householder reflections and diagonalises that by QL iterations (J. H.
 * Wilkinson and C. Reinsch, Handbook for Automatic Computation 2, Springer 1971, contributions II/2 and II/3). That path
 * runs in the calling thread and takes the four operations, absolute values and square roots only, so that its bits depend
 * on the matrix alone. Eigenvalues are accurate to some n units in the last place of the largest; an eigenvector is
 * accurate to that divided by the gap between its eigenvalue and the next.
 *
 * <p>Each eigenvector has length 1, and its component of largest absolute value is positive; of components within 1e-9
 * of the largest the first decides. Immutable and thread-safe. Costs some 9 n<sup>3</sup> operations.
 */
public final class SymmetricEigen {
    /** Components this close to the largest in absolute value count as equally large when the sign is chosen. */
    private static final double EQUALLY_LARGE = 1e-9;

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a matrix.
     *
     * @param symmetric a square matrix, rows x columns, finite, equal to its transpose to the last bit, at least 1 x 1; it
     *     is not changed
     * @return its eigenvalues and eigenvectors
     * @throws IllegalArgumentException if it is not square, not symmetric, or not finite
     */
    public static SymmetricEigen of(double[][] symmetric) {
        check(symmetric);
        int n = symmetric.length;
        Eigenvalue<Double> decomposition = Eigenvalue.R064.make(n, true);
        if (!decomposition.decompose(RawStore.wrap(symmetric))) {
            throw new ArithmeticException("SymmetricEigen.of found no decomposition of a finite symmetric matrix");
        }
        MatrixStore<Double> diagonal = decomposition.getD();
        MatrixStore<Double> columns = decomposition.getV();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -diagonal.doubleValue(k, k)))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        for (int k = 0; k < n; k++) {
            values[k] = diagonal.doubleValue(order[k], order[k]);
            for (int i = 0; i < n; i++) {
                vectors[k][i] = columns.doubleValue(i, order[k]);
            }
            orient(vectors[k]);
        }
        return new SymmetricEigen(values, vectors);
    }

    /**
     * How many rows and columns the matrix has.
     *
     * @return at least 1
     */
    public int size() {
        return values.length;
    }

    /**
     * One eigenvalue.
     *
     * @param k its place, 0 for the largest
     * @return the eigenvalue
     */
    public double value(int k) {
        return values[k];
    }

    /**
     * One eigenvector.
     *
     * @param k the place of its eigenvalue, 0 for the largest
     * @return its components, of sum of squares 1
     */
    public ImmutableDoubleArray vector(int k) {
        return ImmutableDoubleArray.copyOf(vectors[k]);
    }

    private static void check(double[][] matrix) {
        int n = matrix.length;
        if (n == 0) {
            throw new IllegalArgumentException("SymmetricEigen.of needs a matrix of at least 1 x 1 but it was empty");
        }
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw new IllegalArgumentException("SymmetricEigen.of needs a square matrix but it has " + n
                        + " rows and row " + i + " has length " + matrix[i].length);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                if (!(Double.isFinite(matrix[i][j]) && matrix[i][j] == matrix[j][i])) {
                    throw new IllegalArgumentException("SymmetricEigen.of needs a finite symmetric matrix but entries ("
                            + i + ", " + j + ") and (" + j + ", " + i + ") were " + Numbers.shortest(matrix[i][j])
                            + " and " + Numbers.shortest(matrix[j][i]));
                }
            }
        }
    }

    private static void orient(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        int first = 0;
        while (Math.abs(vector[first]) < largest * (1 - EQUALLY_LARGE)) {
            first++;
        }
        if (vector[first] < 0) {
            Arrays.setAll(vector, i -> -vector[i]);
        }
    }
}
