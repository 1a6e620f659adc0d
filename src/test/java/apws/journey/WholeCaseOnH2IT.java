package apws.journey;

import org.springframework.test.annotation.DirtiesContext;

/** On the database that the application comes with. */
@DirtiesContext
class WholeCaseOnH2IT extends WholeCaseJourney {
}
