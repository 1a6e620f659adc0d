package apws.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long a person waits after wrong passwords, from one address: not at all after a slip or two, then longer each time, never for good.
 * Somebody at another address waits for nothing that was not tried there, so that nobody is locked out by others. Kept for names that
 * somebody has: another may be a password typed into the wrong field, and no password is ever right for it.
 */
@Component
class SignInDelays {

    private static final int LENGTH_OF_A_NETWORK = 8;
    private static final int LONGEST_ADDRESS = 64;

    private final JdbcClient database;
    private final Clock clock;
    private final AccessSettings settings;

    SignInDelays(JdbcClient database, Clock clock, AccessSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    private record Wrong(int times, OffsetDateTime waitUntil, OffsetDateTime last) {
    }

    /**
     * Whether this is the password, and the wait for it is over. Whoever has been wrong before is counted as wrong beforehand: several tries
     * at the same moment are as many as the same tries one after another.
     */
    boolean isRight(String user, String address, BooleanSupplier isPassword) {
        var from = network(address);
        var before = wrong(user, from).filter(one -> !isForgotten(one));
        if (before.isEmpty()) {
            return isPassword.getAsBoolean() || first(user, from);
        }
        if (before.get().waitUntil().isAfter(now()) || count(user, from, before.get()) == 0 || !isPassword.getAsBoolean()) {
            return false;
        }
        database.sql("delete from sign_in_delay where user_id = :user and address = :address").param("user", user).param("address", from)
                .update();
        return true;
    }

    /** @return false, as the password was wrong */
    private boolean first(String user, String address) {
        forgetOld();
        try {
            database.sql("""
                    insert into sign_in_delay (user_id, address, times_wrong, last_wrong_at, wait_until)
                    values (:user, :address, 1, :now, :until)""")
                    .param("user", user).param("address", address).param("now", now()).param("until", now().plus(delayAfter(1))).update();
        } catch (DuplicateKeyException atTheSameMoment) {
            wrong(user, address).ifPresent(before -> count(user, address, before));
        }
        return false;
    }

    private Optional<Wrong> wrong(String user, String address) {
        return database.sql("select times_wrong, wait_until, last_wrong_at from sign_in_delay where user_id = :user and address = :address")
                .param("user", user).param("address", address)
                .query((row, number) -> new Wrong(row.getInt("times_wrong"), row.getObject("wait_until", OffsetDateTime.class),
                        row.getObject("last_wrong_at", OffsetDateTime.class))).optional();
    }

    /** One more than before, unless somebody else has counted meanwhile. */
    private int count(String user, String address, Wrong before) {
        var times = before.times() + 1;
        return database.sql("""
                update sign_in_delay set times_wrong = :times, last_wrong_at = :now, wait_until = :until
                where user_id = :user and address = :address and times_wrong = :before""")
                .param("times", times).param("now", now()).param("until", now().plus(delayAfter(times)))
                .param("user", user).param("address", address).param("before", before.times()).update();
    }

    private Duration delayAfter(int times) {
        var beyond = times - settings.wrongPasswordsFree();
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        var delay = settings.firstDelay().multipliedBy(1L << Math.min(beyond - 1, 30));
        return delay.compareTo(settings.longestDelay()) > 0 ? settings.longestDelay() : delay;
    }

    private boolean isForgotten(Wrong before) {
        return before.last().plus(settings.wrongPasswordsForgottenAfter()).isBefore(now());
    }

    private void forgetOld() {
        database.sql("delete from sign_in_delay where last_wrong_at < :long").param("long", now().minus(settings.wrongPasswordsForgottenAfter()))
                .update();
    }

    /** Of the long addresses, what one household or office has: they have more of them than there are tries. */
    private static String network(String address) {
        try {
            if (address.contains(":") && InetAddress.getByName(address) instanceof Inet6Address six) {
                return HexFormat.of().formatHex(six.getAddress(), 0, LENGTH_OF_A_NETWORK);
            }
        } catch (UnknownHostException notAnAddress) {
            // kept as it was told
        }
        return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
