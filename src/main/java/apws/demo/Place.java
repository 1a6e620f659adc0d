package apws.demo;

import java.util.List;

/**
 * Where people live in the demo authority. No such town exists, and no postcode begins with X. Telephone numbers are of the ranges that
 * Ofcom keeps free for drama.
 */
record Place(String address, String postcode) {

    private static final List<String> STREETS = List.of("Larkspur Road", "Old Ferry Lane", "Cobbler's Row", "Heron Way", "Tannery Street",
            "Plum Tree Close", "Station Parade", "Lower Quarry Road", "Chapel Rise", "Weaver's Yard", "Foundry Street", "Skylark Avenue",
            "Bellwether Drive", "Orchard Bank", "Sawmill Lane", "Rushey Field", "Kiln Hill", "Abbot's Walk", "Damson Grove", "Culvert Street");

    /** The demo authority's towns, in the order of its primary schools. */
    private static final List<String> TOWNS = List.of("Brackenhithe", "Quillbridge", "Ottersleigh", "Tansyford", "Marlesworth");

    static Place near(int town, Chance chance) {
        int street = chance.of("street").below(STREETS.size());
        int number = 1 + chance.of("number").below(140);
        boolean flat = chance.of("flat").within(0.12);
        var address = "%s%d %s\n%s".formatted(flat ? "Flat %d, ".formatted(1 + number % 9) : "", number, STREETS.get(street), TOWNS.get(town));
        var letters = "ABDEFGHJLNPQRSTUWXYZ";
        return new Place(address, "XF%d %d%c%c".formatted(town + 1, street % 10, letters.charAt(street), letters.charAt(number % letters.length())));
    }

    static String town(int number) {
        return TOWNS.get(number);
    }

    static String mobile(Chance chance) {
        return "07700 900%03d".formatted(chance.below(1000));
    }

    static String landline(Chance chance) {
        return "01632 960%03d".formatted(chance.below(1000));
    }
}
