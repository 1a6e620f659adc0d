package apws.journey;

/** On the database that the application comes with. */
class StageOneOnH2IT extends StageOneJourney {
}
