package dokbro.run;

import dokbro.link.Link;
import java.util.List;
import java.util.Map;

/** Looks in the target for records whose create got no answer (design, section 3.9). */
public interface Probe {

    /**
     * @param claims creates in doubt, all old enough to be seen by a read
     * @return source id → ids of the target records that carry its mark
     */
    Map<String, List<String>> find(Run run, List<Link> claims);

    /** How many records in the target carry Dokbro's mark, whoever they belong to. */
    long marked(Run run);
}
