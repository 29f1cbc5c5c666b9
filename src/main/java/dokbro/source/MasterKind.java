package dokbro.source;

/**
 * How a kind of master data is known in the system that it is sent to.
 *
 * @param what the kind, for people
 * @param system its name, for people
 * @param number member that holds the number or code
 * @param name member that holds the name
 * @param parent member that holds the id of the parent; no record has it where there is none
 */
record MasterKind(String what, String system, String number, String name, String parent) {

    private static final String SMARTDOK = "SmartDok";
    private static final String GO = "PowerOffice Go";

    static final MasterKind SMARTDOK_PROJECT =
            new MasterKind("prosjekt", SMARTDOK, "ProjectNumber", "ProjectName", "ProjectId");
    static final MasterKind SMARTDOK_SUB_PROJECT =
            new MasterKind("underprosjekt", SMARTDOK, "SubProjectNumber", "SubProjectName", "ProjectId");
    static final MasterKind SMARTDOK_ACTIVITY = new MasterKind("aktivitet", SMARTDOK, "Number", "Name", "ProjectId");

    static final MasterKind GO_PROJECT = new MasterKind("prosjekt", GO, "Code", "Name", "ParentProjectId");
    static final MasterKind GO_SUB_PROJECT = new MasterKind("underprosjekt", GO, "Code", "Name", "ParentProjectId");
    static final MasterKind GO_ACTIVITY = new MasterKind("aktivitet", GO, "Code", "Name", "ParentProjectId");

    /** @param what a machine or an item of goods */
    static MasterKind goProduct(String what) {
        return new MasterKind(what, GO, "Code", "Name", "ParentProjectId");
    }

    boolean inGo() {
        return system.equals(GO);
    }
}
