package apws.demo;

/** The kind of school, as the published figures tell them apart. */
enum Phase { PRIMARY, SECONDARY, SPECIAL }
