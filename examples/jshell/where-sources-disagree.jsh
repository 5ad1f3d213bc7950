// Where sources disagree, and what becomes of ranks with each figure.
// mvn -q compile exec:exec@script -Djshell.script=examples/jshell/where-sources-disagree.jsh

var conflicts = ref.dossier().conflicts(ReferenceData.AS_OF)
conflicts.size() + " quantities have figures that disagree, or that grew from one year to the next."

// Those of China and the United States that an index uses, with the rank that each figure would give.
for (var conflict : conflicts) {
    boolean isUsed = ref.frameworks().stream().anyMatch(f -> f.columns().contains(conflict.attribute().id()));
    if (isUsed && !conflict.jurisdiction().isBloc()) {
        System.out.println(ConflictEffects.of(conflict, ref.strategies(), ref.frameworks()));
        System.out.println();
    }
}

// All of them read another way: the mean of the sources instead of the latest figure.
for (var framework : ref.frameworks()) {
    var latest = framework.scoreAll(ref.strategies());
    var pooled = framework.scoreAll(ref.strategies(), Reconciliation.pooled());
    System.out.println(framework.id() + ", POOLED instead of LATEST:");
    System.out.println(RankShifts.between(latest.ranking(), pooled.ranking()));
    System.out.println();
}

// A range over all figures gives the score an interval; the value stays that of LATEST.
var total = ref.framework("deployment-at-scale.total")
total.scoreAll(ref.strategies(), Reconciliation.envelope()).scorecard("CHN")
