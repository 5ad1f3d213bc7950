// What is missing, what is weak, and how much of a ranking rests on it.
// mvn -q compile exec:exec@script -Djshell.script=examples/jshell/missing-and-weak-evidence.jsh

var intensity = ref.framework("deployment-at-scale.intensity")
var table = intensity.scoreAll(ref.strategies())
DataGaps.of(table)

// Without what is judged to be of low confidence, without models, and without columns whose terms were not seen.
var firm = ref.withDossier(ref.dossier().whereEvidence(e -> e.confidence() != LOW))
var counted = ref.withDossier(ref.dossier().whereEvidence(e -> e.kind() != MODELLED))
var open = ref.openLicensedOnly()

"Without LOW confidence:"
RankShifts.between(table.ranking(), intensity.scoreAll(firm.strategies()).ranking())
"Without MODELLED:"
RankShifts.between(table.ranking(), intensity.scoreAll(counted.strategies()).ranking())
"Open licences only:"
RankShifts.between(table.ranking(), intensity.scoreAll(open.strategies()).ranking())

// Most sources give no error band. A policy fills them in by judgement, and the table says so.
intensity.scoreAll(ref.strategies(), Reconciliation.latest(), SpreadPolicy.BY_CONFIDENCE)

// Leaving one attribute out by hand: an attribute without observations is unknown, not zero.
var usa = ref.strategy("USA")
intensity.score(usa.with("notable_models_count"))
