package apws.register;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A test on an authority of its own, which is there from its first test to its last. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OnAnAuthority {

    Authority authority;

    abstract Authority start() throws Exception;

    @BeforeAll
    void opens() throws Exception {
        authority = start();
    }

    @AfterAll
    void closes() throws Exception {
        authority.close();
    }
}
