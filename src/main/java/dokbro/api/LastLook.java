package dokbro.api;

/**
 * Asked before each call that may change something, repeated ones too: after its turn, its token and its connection are there, and before
 * its first byte goes out. Stands in the exchange property {@value #PROPERTY}; without one a call just goes.
 */
public interface LastLook {

    /** The exchange property of whoever wants to be asked. */
    String PROPERTY = "lastLook";

    /** @throws Withheld when the call must not go; nothing of it has gone out then, and it is not repeated */
    void before(ApiCall call);
}
