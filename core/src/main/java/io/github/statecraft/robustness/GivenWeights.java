package io.github.statecraft.robustness;

/** Weights that were passed in, in their order. */
final class GivenWeights implements WeightSampler {
    private final WeightDraws draws;
    /** Column of the draws by number of the criterion. */
    private final int[] columns;

    private GivenWeights(WeightDraws draws, int[] columns) {
        this.draws = draws;
        this.columns = columns;
    }

    /**
     * Draws for some criteria.
     *
     * @throws IllegalArgumentException if they are of others
     */
    static GivenWeights of(WeightDraws draws, Criteria criteria) {
        int[] columns = criteria.criteria().stream()
                .mapToInt(criterion -> draws.criteria().indexOf(criterion))
                .toArray();
        boolean fits = draws.criteria().size() == columns.length;
        for (int column : columns) {
            fits &= column >= 0;
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "Smaa: weight draws must be of " + criteria.criteria() + " but are of " + draws.criteria());
        }
        return new GivenWeights(draws, columns);
    }

    @Override
    public int blockSize() {
        return SimplexSampler.BLOCK_SIZE;
    }

    @Override
    public Block block(int number) {
        int[] next = {number * blockSize()};
        return (weights, count) -> {
            for (int draw = 0; draw < count; draw++, next[0]++) {
                for (int criterion = 0; criterion < columns.length; criterion++) {
                    weights[criterion][draw] = draws.weight(next[0], columns[criterion]);
                }
            }
        };
    }

    @Override
    public String toString() {
        return "passed in";
    }
}
