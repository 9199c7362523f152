package pl.kujawskopomorskie.ngo.bench;

import java.util.List;

/** Something that the portal promises of its speed. */
interface Benchmark {

    /** Measures it. */
    List<Figure> measure() throws Exception;
}
