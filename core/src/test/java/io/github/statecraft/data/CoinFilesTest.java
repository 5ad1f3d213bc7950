package io.github.statecraft.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.InvalidDataException;
import io.github.statecraft.data.CoinFiles.Coin;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoinFilesTest {
    /** Rows of ASEM_iData and ASEM_iMeta as the article "Building coins" of COINr prints them; the rest of them it does not. */
    private static final String DATA = """
            uName,uCode,GDP_group,EurAsia_group,Time,Area,Energy,GDP,Population,LPI,Flights,Ship,Bord,Elec,Gas,ConSpeed,Goods
            Austria,AUT,L,Europe,2018,83871,27.00,390.79999,8735.453,4.097985,29.01725,0.000000,35,35.3697298,0.273,14.1,278.42640
            Belgium,BEL,L,Europe,2018,30528,41.83,467.95527,11429.336,4.108538,31.88546,20.567121,48,26.5330467,36.100,16.3,597.87230
            Bulgaria,BGR,S,Europe,2018,110879,9.96,53.23964,7084.571,2.807685,9.23588,7.919366,18,11.2775842,0.312,15.5,42.82515
            Croatia,HRV,S,Europe,2018,56594,7.01,51.23100,4189.353,3.160829,9.24529,12.440452,41,19.5283620,0.422,8.6,28.36795
            Cyprus,CYP,S,Europe,2018,9251,1.43,20.04623,1179.551,2.999061,8.75467,11.689495,0,0.4393643,0.029,6.9,8.76681
            """;

    private static final String META = """
            "Level","iCode","iName","Direction","Weight","Unit","Target","Denominator","Parent","Type"
            1,"LPI","Logistics Performance Index",1,1,"Score 1-5",4.118031,NA,"Physical","Indicator"
            1,"Flights","International flights passenger capacity",1,1,"Thousand seats",200.332655,"Population","Physical","Indicator"
            1,"Ship","Liner Shipping Connectivity Index",1,1,"Score",20.113377,NA,"Physical","Indicator"
            1,"Bord","Border crossings",1,1,"Number of crossings",115.900000,"Area","Physical","Indicator"
            1,"Elec","Trade in electricity",1,1,"TWh",104.670585,"Energy","Physical","Indicator"
            1,"Gas","Trade in gas",1,1,NA,90.060420,"Energy","Physical","Indicator"
            1,"Goods","Trade in goods",1,1,NA,NA,"GDP","ConEcFin","Indicator"
            2,"Physical","Physical",1,1,"Score",NA,NA,"Conn","Aggregate"
            2,"ConEcFin","Economic and Financial (Con)",1,1,"Score",NA,NA,"Conn","Aggregate"
            3,"Conn","Connectivity",1,1,"Score",NA,NA,NA,"Aggregate"
            NA,"GDP_group","GDP group",NA,NA,NA,NA,NA,NA,"Group"
            NA,"EurAsia_group","Europe or Asia",NA,NA,NA,NA,NA,NA,"Group"
            NA,"Area","Land area",NA,NA,"Thousand square km",NA,NA,NA,"Denominator"
            NA,"Energy","Energy consumption",NA,NA,"Unit",NA,NA,NA,"Denominator"
            NA,"GDP","GDP",NA,NA,"USD Bn",NA,NA,NA,"Denominator"
            NA,"Population","Population",NA,NA,"Thousands",NA,NA,NA,"Denominator"
            NA,"ConSpeed","Average connection speed",NA,NA,"Mbps",NA,NA,NA,"Other"
            """;

    @Test
    void readsTheTableWithLabelsGroupsAndDenominators() {
        Coin coin = CoinFiles.parse(DATA, META);
        assertThat(coin.table().units()).containsExactly("AUT", "BEL", "BGR", "HRV", "CYP");
        assertThat(coin.table().label("HRV")).isEqualTo("Croatia");
        assertThat(coin.table().group("HRV")).hasValue("S");
        assertThat(coin.table().indicators())
                .containsExactly(
                        "Area",
                        "Energy",
                        "GDP",
                        "Population",
                        "LPI",
                        "Flights",
                        "Ship",
                        "Bord",
                        "Elec",
                        "Gas",
                        "Goods");
        assertThat(coin.table().value("CYP", "Elec")).hasValue(0.4393643);
    }

    @Test
    void turnsTheLevelsUpsideDown() {
        ScoringFramework framework = CoinFiles.parse(DATA, META).framework();
        assertThat(framework.id()).isEqualTo("Conn");
        assertThat(framework.question()).isEqualTo("Connectivity");
        assertThat(framework.index().children()).extracting(IndexNode::id).containsExactly("Physical", "ConEcFin");
        assertThat(((Pillar) framework.node("Physical")).children())
                .extracting(IndexNode::id)
                .containsExactly("LPI", "Flights", "Ship", "Bord", "Elec", "Gas");
        Indicator flights = (Indicator) framework.node("Flights");
        assertThat(flights.label()).isEqualTo("International flights passenger capacity");
        assertThat(flights.denomination().orElseThrow()).hasToString("per Population, in Thousand seats per Thousands");
        assertThat(((Indicator) framework.node("Ship")).denomination()).isEmpty();
    }

    /**
     * R 4.2.2, base functions only: x / denominator, (x - min(x)) / (max(x) - min(x)) * 100, weighted.mean by level; these are
     * the formulas of Denominate, n_minmax and a_amean.
     */
    @ParameterizedTest
    @CsvSource({
        "AUT, 32.9845513282367, 33.1951781764931, 32.7411231432133, 32.9681506598532",
        "BEL, 24.2896192869319, 72.9142088935934, 100, 86.4571044467967",
        "BGR, 0, 14.1007305839473, 43.6815640181847, 28.8911473010660",
        "HRV, 14.7619713740856, 42.3907371314122, 13.8518392426850, 28.1212881870486",
        "CYP, 100, 28.7899406753403, 0, 14.3949703376701"
    })
    void scoresAsTheFormulasOfCoinrDo(String unit, double flights, double physical, double economic, double index) {
        Coin coin = CoinFiles.parse(DATA, META);
        ScoreTable scores = coin.framework().scoreAll(coin.table());
        assertThat(scores.score(unit, "Flights").orElseThrow()).isEqualTo(flights, within(1e-12));
        assertThat(scores.score(unit, "Physical").orElseThrow()).isEqualTo(physical, within(1e-12));
        assertThat(scores.score(unit, "ConEcFin").orElseThrow()).isEqualTo(economic, within(1e-12));
        assertThat(scores.score(unit).orElseThrow()).isEqualTo(index, within(1e-12));
    }

    /** The short form: no names, no types, other names of columns. Weights, directions and gaps: R 4.2.2 as above. */
    @ParameterizedTest
    @CsvSource({
        "U, 33.3333333333333, 50, 45",
        "V, 66.6666666666667, 25, 37.5",
        "W, 66.6666666666667, 75, 72.5",
        "X, 30.5555555555556, , 30.5555555555556"
    })
    void readsTheShortForm(String unit, double p, Double q, double index) {
        Coin coin = CoinFiles.parse("Code,a,b,c,d\nU,1,10,5,0.5\nV,3,NA,2,0.25\nW,4,30,8,0.75\nX,2,25,,NA\n", """
                code,level,parent,relative weight,direction
                a,1,p,2,1
                b,1,p,1,-1
                c,1,q,3,1
                d,1,q,1,-1
                p,2,i,0.3,1
                q,2,i,0.7,1
                i,3,NA,,
                """);
        assertThat(((Indicator) coin.framework().node("b")).direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        ScoreTable scores = coin.framework().scoreAll(coin.table());
        assertThat(scores.score(unit, "p").orElseThrow()).isEqualTo(p, within(1e-12));
        if (q == null) {
            assertThat(scores.score(unit, "q")).isEmpty();
        } else {
            assertThat(scores.score(unit, "q").orElseThrow()).isEqualTo(q, within(1e-12));
        }
        assertThat(scores.score(unit).orElseThrow()).isEqualTo(index, within(1e-12));
    }

    /**
     * Five units of ASEM with the scores of pillars, sub-indices and index that the article "Aggregation" of COINr prints with
     * three digits; the pillars stand in for indicators, on the scale on which they are.
     */
    @Test
    void aggregatesTheScoresThatCoinrPrints() {
        Coin coin = CoinFiles.parse("""
                uCode,ConEcFin,Environ,Instit,P2P,Physical,Political,Social,SusEcFin
                u1,12.6,31.9,52.4,39.50,34.8,52.5,71.9,55.7
                u2,26.2,69.5,77.5,54.10,41.1,78.2,72.8,62.9
                u3,48.2,53.0,75.6,43.30,72.0,80.8,86.2,50.1
                u4,13.3,81.7,26.5,5.85,22.9,32.4,27.5,64.6
                u5,24.6,55.7,75.9,27.10,28.4,67.5,53.3,61.7
                """, """
                Level,iCode,iName,Direction,Weight,Parent,Type
                1,Physical,Physical,1,1,Conn,Indicator
                1,ConEcFin,Economic and Financial (Con),1,1,Conn,Indicator
                1,Political,Political,1,1,Conn,Indicator
                1,Instit,Institutional,1,1,Conn,Indicator
                1,P2P,People to People,1,1,Conn,Indicator
                1,Environ,Environmental,1,1,Sust,Indicator
                1,Social,Social,1,1,Sust,Indicator
                1,SusEcFin,Economic and Financial (Sus),1,1,Sust,Indicator
                2,Conn,Connectivity,1,1,Index,Aggregate
                2,Sust,Sustainability,1,1,Index,Aggregate
                3,Index,Sustainable Connectivity,1,1,NA,Aggregate
                """);
        ScoringFramework framework = coin.framework();
        for (Indicator indicator : framework.indicators()) {
            framework = framework.withNode(indicator.withNormalisation(Normalisation.goalposts(0, 100)));
        }
        ScoreTable scores = framework.scoreAll(coin.table());
        double[][] printed = {
            {38.4, 53.2, 45.8}, {55.4, 68.4, 61.9}, {64.0, 63.1, 63.5}, {20.2, 57.9, 39.0}, {44.7, 56.9, 50.8}
        };
        // half a unit of the third digit of what is printed, and of what it is computed from
        double rounding = 0.1;
        for (int i = 0; i < printed.length; i++) {
            String unit = "u" + (i + 1);
            assertThat(scores.score(unit, "Conn").orElseThrow()).isEqualTo(printed[i][0], within(rounding));
            assertThat(scores.score(unit, "Sust").orElseThrow()).isEqualTo(printed[i][1], within(rounding));
            assertThat(scores.score(unit).orElseThrow()).isEqualTo(printed[i][2], within(rounding));
        }
    }

    @Test
    void readsFilesAndNamesThem(@TempDir Path directory) throws IOException {
        Path data = Files.writeString(directory.resolve("data.csv"), DATA);
        Path meta = Files.writeString(directory.resolve("meta.csv"), META);
        assertThat(CoinFiles.read(data, meta).table())
                .isEqualTo(CoinFiles.parse(DATA, META).table());
        assertThat(CoinFiles.read(data, meta).framework().rationale()).startsWith("Read from data.csv and meta.csv, ");
        Files.writeString(meta, META.replace("1,1,\"Score\",NA,NA,\"Conn\"", "1,0,\"Score\",NA,NA,\"Conn\""));
        Files.writeString(data, DATA.replace("\nBelgium,BEL", "\nBelgium,AUT"));
        assertThatThrownBy(() -> CoinFiles.read(data, meta))
                .hasMessageStartingWith("3 problems:")
                .hasMessageContaining(
                        "meta.csv line 9, column 'Weight': must be a positive number, at most 1e100 but was '0'")
                .hasMessageContaining("data.csv line 3, column 'uCode': each unit must have one row but was 'AUT'");
    }

    @Test
    void columnsOfIMetaMayStandInAnyOrderAndCase() {
        String[] shuffled = META.replaceFirst(
                        "\"Level\",\"iCode\",\"iName\",\"Direction\",\"Weight\",\"Unit\"",
                        "\" LEVEL \",\"icode\",\"i_name\",direction,Relative_Weight,UNIT")
                .split("\n", -1);
        assertThat(CoinFiles.parse(DATA, String.join("\r\n", shuffled))).isEqualTo(CoinFiles.parse(DATA, META));
    }

    private static List<String> problems(String data, String meta) {
        InvalidDataException e = catchThrowableOfType(InvalidDataException.class, () -> CoinFiles.parse(data, meta));
        assertThat(e).isNotNull();
        return e.problems().stream().map(Object::toString).toList();
    }

    @Test
    void reportsEveryProblemOfBothTables() {
        String data = "uCode,a,b,stray,g\nU,1,x,3,A\nU,2,2,3,B\nV,1,2,3,A\n";
        String meta = """
                iCode,Level,Parent,Weight,Direction,Type,Denominator
                a,1,top,1,2,Indicator,
                b,1,pp,-1,1,Indicator,size
                c,1,p,1,1,Indicator,g
                p,3,top,1,1,Aggregate,
                p,2,top,1,1,Aggregate,
                q,2,top,NaN,1,Aggregate,
                top,4,,1,1,Aggregate,
                other,2,,,,Aggregate,
                d,2,a,1,1,Indicator,
                g,,,,,Group,
                x,y,,,,Nonsense,
                ,1,p,1,1,Indicator,
                """;
        assertThat(problems(data, meta)).containsExactly("""
                        iMeta line 2, column 'Level': must be one less than that of the parent, 4 of 'top' but was 1; correct one of the two
                        iMeta line 2, column 'Direction': must be 1 if higher is better, -1 if lower is but was '2'; correct it
                        iMeta line 3, column 'Parent': must be a code of this table but was 'pp'; nearest: p
                        iMeta line 3, column 'Weight': must be a positive number, at most 1e100 but was '-1'; weights count among siblings; leave out what has none
                        iMeta line 3, column 'Denominator': must be a code of Type Denominator but was 'size'; give it a row of that Type
                        iMeta line 4, column 'iCode': must be a column of iData but was 'c'; nearest: a, b, g
                        iMeta line 4, column 'Level': must be one less than that of the parent, 3 of 'p' but was 1; correct one of the two
                        iMeta line 4, column 'Denominator': must be a code of Type Denominator but was 'g'; give it a row of that Type
                        iMeta line 6, column 'iCode': each code must have one row but was 'p', as in line 5; remove one
                        iMeta line 7, column 'iCode': an aggregate must be the parent of something but was 'q', which is none; remove it, or name it as a parent
                        iMeta line 7, column 'Level': must be one less than that of the parent, 4 of 'top' but was 2; correct one of the two
                        iMeta line 7, column 'Weight': must be a positive number, at most 1e100 but was 'NaN'; weights count among siblings; leave out what has none
                        iMeta line 9, column 'iCode': an aggregate must be the parent of something but was 'other', which is none; remove it, or name it as a parent
                        iMeta line 9, column 'Parent': must not be empty but for the index but was empty, as that of 'top' in line 8; name the parent
                        iMeta line 10, column 'iCode': must be a column of iData but was 'd'; nearest: a, b, g
                        iMeta line 10, column 'Level': the level of an indicator must be 1 but was 2; correct level or Type
                        iMeta line 10, column 'Parent': must be an aggregate but was 'a', of type INDICATOR; correct the parent or its Type
                        iMeta line 12, column 'Level': must be a whole number from 1 to 64 but was 'y'; correct it
                        iMeta line 12, column 'Type': must be Indicator, Aggregate, Group, Denominator or Other but was 'Nonsense'; use one of these
                        iMeta line 13, column 'iCode': must not be empty; give the row a code
                        iData line 1: each column but uCode, uName and Time must be a code of iMeta but was 'stray'; give it a row there, of Type Other if it does not count
                        iData line 2, column 'b': expected a number such as 12.5 but was 'x'; correct it, or leave the cell empty if it is unknown
                        iData line 3, column 'uCode': each unit must have one row but was 'U', as in line 2; remove one; TableFiles.readPanel reads several years of one unit
                        """.lines().toArray(String[]::new));
    }

    @Test
    void findsCirclesAndMissingRoots() {
        assertThat(problems("uCode,a\nU,1\n", """
                        iCode,Level,Parent,Weight,Direction
                        a,1,p,1,1
                        p,2,q,1,1
                        q,3,p,1,1
                        """))
                .containsExactly(
                        "iMeta line 3, column 'Parent': must not lead back to the row itself but was p in q in p; correct a parent "
                                + "of these",
                        "iMeta line 4, column 'Level': must be one less than that of the parent, 2 of 'p' but was 3; correct one of "
                                + "the two");
        assertThat(problems("uCode,a\nU,1\n", "iCode,Level,Parent,Weight,Direction\na,1,,1,1\n"))
                .containsExactly(
                        "iMeta line 2, column 'Parent': must not be empty but for the index but was empty; name the parent");
    }

    @Test
    void needsItsColumns() {
        assertThat(problems("uCode,a\nU,1\n", "iCode,Level,Weight,weight\na,1,1,1\n"))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("iMeta line 1: must have one column 'Weight' but was 'Weight' and 'weight'; remove one");
        assertThat(problems(DATA.replace("uCode", "u"), META))
                .containsExactly(
                        "iData line 1: each column but uCode, uName and Time must be a code of iMeta but was 'u'; give it a row "
                                + "there, of Type Other if it does not count",
                        "iData line 1: must have a column 'uCode', which is missing; name the units there");
    }

    /** A chain of parents longer than an index has levels is refused by its levels, and many unknown names cost little. */
    @Test
    void boundsDepthAndNames() {
        StringBuilder chain = new StringBuilder("iCode,Level,Parent,Weight,Direction\na,1,p2,1,1\n");
        for (int level = 2; level < 5_000; level++) {
            chain.append("p%d,%d,p%d,1,1\n".formatted(level, Math.min(level, 70), level + 1));
        }
        assertThat(problems("uCode,a\nU,1\n", chain.toString()))
                .hasSize(1_000)
                .anyMatch(problem -> problem.contains("must be a whole number from 1 to 64 but was '65'"));
        StringBuilder names = new StringBuilder("iCode,Level,Parent,Weight,Direction\n");
        for (int i = 0; i < 50_000; i++) {
            names.append("a%d,1,x%d,1,1\n".formatted(i, i));
        }
        assertThat(problems("uCode,a\nU,1\n", names.toString())).hasSize(1_000);
    }
}
