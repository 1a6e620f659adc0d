package apws.access;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** A user id and a password, checked by the engine. Whichever of the two is wrong, the answer is the same. */
@Component
class PasswordCheck implements AuthenticationProvider {

    private final People people;

    PasswordCheck(People people) {
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        var id = claimed.getName();
        if (!isPassword(id, String.valueOf(claimed.getCredentials()))) {
            throw new BadCredentialsException("No such user, a wrong password, or too many wrong ones before it.");
        }
        return people.withTheirGroups(id).orElseThrow(() -> new BadCredentialsException("No such user."));
    }

    private boolean isPassword(String id, String password) {
        try {
            return people.isPassword(id, password);
        } catch (OptimisticLockingException several) {
            // wrong passwords for one account at the same moment: the engine counts one of them and refuses to count the others
            return false;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
