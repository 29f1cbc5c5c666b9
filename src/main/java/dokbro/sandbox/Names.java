package dokbro.sandbox;

import java.util.List;

/** Names of people, places and jobs. The n-th name is always the same, and no two n give the same pair within a list's size squared. */
final class Names {

    private static final List<String> FIRST = List.of(
            "Kåre",
            "Ingrid",
            "Bjørn",
            "Åse",
            "Øyvind",
            "Marte",
            "Håkon",
            "Sigrid",
            "Jørgen",
            "Solveig",
            "Pål",
            "Tuva",
            "Sævar",
            "Ragnhild",
            "Torbjørn",
            "Kjersti",
            "Arne",
            "Synnøve",
            "Vegard",
            "Hilde",
            "Ståle",
            "Frøydis",
            "Magnus",
            "Turid",
            "Odd-Erik",
            "Liv",
            "Gøran",
            "Anne Berit",
            "Sondre",
            "Bodil",
            "Trygve");
    private static final List<String> LAST = List.of(
            "Hansen",
            "Bråten",
            "Sørli",
            "Ødegård",
            "Nilsen",
            "Haugen",
            "Bækkelund",
            "Myhre",
            "Løken",
            "Skår",
            "Berg",
            "Grønlie",
            "Åsen",
            "Dahl",
            "Kvåle",
            "Strøm",
            "Fjeld",
            "Rødland",
            "Lunde",
            "Sætre",
            "Vik",
            "Øverby",
            "Moen",
            "Aasland",
            "Tveit",
            "Bjørnstad",
            "Hagen",
            "Kjær",
            "Nygård");
    private static final List<String> JOBS = List.of(
            "Garasje",
            "Tilbygg",
            "Enebolig",
            "Hytte",
            "Støttemur",
            "Driftsbygning",
            "Carport",
            "Naust",
            "Anneks",
            "Terrasse",
            "Takomlegging",
            "Fasade",
            "Kjeller",
            "Rekkehus",
            "Grunnarbeid",
            "Våningshus",
            "Brygge");
    private static final List<String> PLACES = List.of(
            "Nesbyen",
            "Ål",
            "Gol",
            "Hemsedal",
            "Geilo",
            "Flå",
            "Tønsberg",
            "Røros",
            "Årdal",
            "Sætre",
            "Hønefoss",
            "Bø",
            "Lærdal");
    private static final List<String> CUSTOMERS =
            List.of("Eiendom AS", "Bygg AS", "Gård", "Borettslag", "Invest AS", "Sameie", "Hytteutleie");

    private Names() {}

    static String first(int n) {
        return FIRST.get(n % FIRST.size());
    }

    static String last(int n) {
        return LAST.get((n * 7 + n / FIRST.size()) % LAST.size());
    }

    static String site(int n) {
        return JOBS.get(n % JOBS.size()) + " " + LAST.get((n * 5 + n / JOBS.size()) % LAST.size()) + ", "
                + PLACES.get((n * 3 + n / 29) % PLACES.size());
    }

    static String customer(int n) {
        return LAST.get((n * 3) % LAST.size()) + " " + CUSTOMERS.get((n + n / LAST.size()) % CUSTOMERS.size());
    }

    /** As a system without Norwegian letters writes it. */
    static String ascii(String name) {
        return name.replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa")
                .replace("Æ", "Ae")
                .replace("Ø", "Oe")
                .replace("Å", "Aa");
    }
}
